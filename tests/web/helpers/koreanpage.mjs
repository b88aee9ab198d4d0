// A page in Korean, for modules imported after this.

import { pretendPage } from "./page.mjs";

pretendPage("?lang=ko");
