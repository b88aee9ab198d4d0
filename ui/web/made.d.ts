// What ui/bundle.py and ui/loader.py make, and no file holds. A made module is imported as files
// are, from whatever folder, so that the end of the path names it.

declare module "*/languages.js" {
  /** How a language is called, how it writes (geo/words/languages.py), and its messages by English. */
  type Language = Readonly<{
    name: string;
    locale: string;
    hasLongDates: boolean;
    roundsHalfUp: boolean;
    /** From how many on, in which unit, as which pattern of CLDR, in which text. */
    people: [number, number, string, string][];
    messages: Record<string, string | string[]>;
    /** Which of the forms a number takes. */
    plural: (n: number) => number;
  }>;
  export const LANGUAGES: Readonly<Record<string, Language>>;
}

/** Stands before ui/web/boot/lostparts.js. */
declare const LOST_WORDS: LostWords;
