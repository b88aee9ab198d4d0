// Stories: as they are told, as a teacher composes them, and their player (story/).

/** The words of a step. */
interface StepWords {
  title: string;
  text: string;
  question: string;
}

interface StoryStep extends StepWords {
  query: string;
  scene: Scene;
}

interface Story {
  id: string;
  title: string;
  about: string;
  steps: StoryStep[];
  /** Written by the teacher, and kept in this browser alone. */
  isOwn?: boolean;
}

/** A story of the list: without texts. */
interface StoryEntry {
  id: string;
  title: string;
  about: string;
  steps: { title: string }[];
}

/** The player of stories (story/player.js). */
interface StoryPlayer {
  node: HTMLElement;
  isOn(): boolean;
  open(id: string, step?: number): Promise<void>;
  visit(id: string | undefined, step: number | undefined): void;
  sceneOf(scene: Scene): Scene | null;
  go(by: number): void;
  forget(): void;
}

/** A text, or the same in both languages. */
type DraftText = string | Record<string, string>;

interface DraftStep {
  title: DraftText;
  text: DraftText;
  question: DraftText;
  view: string;
}

interface DraftStory {
  title: DraftText;
  about: DraftText;
  author: DraftText;
  steps: DraftStep[];
}

/** What a button of a step does. */
type StepAct = "add" | "duplicate" | "remove" | "up" | "down";

/** A fault of a story's file, and in which field of which step it lies. */
interface StoryFault extends Problem {
  step: number | null;
  field: string;
}
