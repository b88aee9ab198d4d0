// What Python says, in the language of the page that was imported first.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { LANG } from "../../../ui/web/base/words.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The "views" of summaries.py with their sentences, or the "headlines" of more. */
export const saidByPython = (kind) => JSON.parse(execFileSync(`${ROOT}.venv/bin/python`,
  ["-m", "tests.web.helpers.summaries", kind, LANG], { cwd: ROOT, encoding: "utf8", maxBuffer: 1e9 }));
