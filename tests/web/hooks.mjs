// How Node loads the browser's half in unit tests: the files of ui/web are modules, and those that
// are no files come from ui/scripts/bundle.py, which is asked for them when the first one is needed.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);
const WEB = new URL("ui/web/", ROOT).href;
const ASK = "import json; from ui.scripts.bundle import made_modules; print(json.dumps(dict(made_modules())))";
let made = null;

function madeModules() {
  const python = fileURLToPath(new URL(".venv/bin/python", ROOT));
  made ??= JSON.parse(execFileSync(python, ["-c", ASK], { cwd: ROOT, encoding: "utf8" }));
  return made;
}

const isOurs = (url) => url.startsWith(WEB) && url.endsWith(".js");
const isFile = (url) => existsSync(fileURLToPath(url));

registerHooks({
  resolve(specifier, context, next) {
    const url = specifier.startsWith(".") ? new URL(specifier, context.parentURL).href : "";
    return isOurs(url) ? { url, format: "module", shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!isOurs(url) || isFile(url)) return next(url, context);
    const name = url.slice(WEB.length).replace(/\.js$/, "");
    if (!(name in madeModules())) throw new Error(`${name}.js: neither a file nor a made module`);
    return { format: "module", source: madeModules()[name], shortCircuit: true };
  },
});
