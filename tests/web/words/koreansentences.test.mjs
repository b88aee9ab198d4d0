// Sentences of result on a Korean page.

import "../helpers/koreanpage.mjs";
import "../helpers/sentences.mjs";
