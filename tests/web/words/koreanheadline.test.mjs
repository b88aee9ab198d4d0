// The headline on a Korean page.

import "../helpers/koreanpage.mjs";
import "../helpers/headlines.mjs";
