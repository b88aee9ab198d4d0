// Asks truth.py: what shapely and pyproj say.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../../", import.meta.url);

export function truth(question, given) {
  const [python, script] = [".venv/bin/python", "tests/web/helpers/truth.py"].map((path) => fileURLToPath(new URL(path, ROOT)));
  const input = JSON.stringify({ question, ...given });
  return JSON.parse(execFileSync(python, [script], { cwd: ROOT, encoding: "utf8", input, maxBuffer: 2 ** 26 }));
}
