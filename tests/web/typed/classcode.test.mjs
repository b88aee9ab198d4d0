// The code of a class, typed or pasted with what stood around it.

import assert from "node:assert/strict";
import test from "node:test";

import "../helpers/page.mjs";
import { notACode, readCode } from "../../../ui/web/classroom/code.js";

const HOLD_IT = [
  "K7M2QX", "k7m 2qx", "K7M-2QX.", "K7M\u20132QX", "\uff2b\uff17\uff2d\uff12\uff31\uff38", "\u201cK7M 2QX\u201d", "K7M2QX\uc785\ub2c8\ub2e4", "\ucf54\ub4dc: K7M 2QX \uc785\ub2c8\ub2e4", "K7M\u200b2QX",
  "http://192.168.1.5:8501/?room=K7M2QX&lang=ko", "http://map.school/?lang=ko&amp;room=K7M2QX\uc785\ub2c8\ub2e4", "http%3A%2F%2Fh%2F%3Froom%3DK7M2QX", "https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fh%2F%3Froom%3DK7M2QX&data=05",
  "The class is K7M 2QX, come in", "8501: K7M2QX", `Follow my map at http://192.168.100.5:8501/reach/?ring=39.66,124.7~8000~experts+via+Yonhap&lang=ko&room=K7M2QX and wait`,
];

test("a code is found in what was pasted", () => {
  for (const text of HOLD_IT) assert.equal(readCode(text), "K7M2QX", text);
  for (const text of ["Class code: KWM TQX", "use code KWMTQX", "\ucf54\ub4dc\ub294 KWMTQX\uc785\ub2c8\ub2e4"]) assert.equal(readCode(text), "KWMTQX", text);
});

test("a text without a code, or with two, is named", () => {
  for (const text of ["", "hello", "the map of our class", "http://192.168.100.5:8501/", "K7M 2QX or P3R 5TX", "K7M2Q", "K7M2QXX"]) assert.equal(readCode(text), "", text);
  assert.match(notACode("http://192.168.100.5:8501/lesson?ring=sohae~8000"), /^\u201chttp:\/\/192.168.100.5:8501.*\u2026\u201d is not the code of a class/);
});
