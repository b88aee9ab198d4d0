// What ui/bundle.py and ui/loader.py make, and no file holds. A made module is imported as files
// are, from whatever folder, so that the end of the path names it.

declare module "*/korean.js" {
  /** Each message in English, and in Korean. */
  export const KOREAN: Readonly<Record<string, string>>;
}

/** Stands before ui/web/boot/lostparts.js. */
declare const LOST_WORDS: LostWords;
