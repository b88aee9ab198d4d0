// Sentences of result on a Korean page.

import "./koreanpage.mjs";
import "./sentences.mjs";
