// The quiz: its questions (geo/quiz), and what its page shows (quiz/).

interface QuizPlace extends LatLon {
  id: string;
  name: string;
  country: string;
  layer: PlaceLayer;
}

interface QuizClaim {
  id: string;
  label: string;
  said: string;
  range_km: number;
  statement: string;
  original: string;
  date: string;
  source: Source;
}

interface QuestionFacts {
  site: { id: string; name: string } & LatLon;
  place: QuizPlace;
  distance_km: number;
  azimuth_deg: number;
  northmost_deg: number;
  alike: (QuizPlace & { distance_km: number }) | null;
}

/** "In or out?": is a place inside a claimed range. */
interface ReachQuestion extends QuestionFacts {
  kind: "reach";
  claim: QuizClaim;
  answer: "in" | "out";
}

/** "How far?" */
interface DistanceQuestion extends QuestionFacts {
  kind: "distance";
  claim: null;
  answer: null;
}

type Question = ReachQuestion | DistanceQuestion;
/** "in" or "out", or a guess in km. */
type QuizAnswer = string | number;

/** What stands on the stage. */
interface QuizView {
  nodes: Child[];
  focus(): void;
  /** Show another guess. */
  follow?(km: number): void;
  /** In words, for those who do not see it. */
  said?: string;
}

/** The questions of a seed; the answers, where a link holds a result. */
interface QuizQuestions {
  seed: string;
  questions: Question[];
  answers: QuizAnswer[] | null;
}
