// A class on the page (classroom/): its parts, and what they ask of each other.

/** What is shown of a class. */
interface RoomState {
  code: string;
  note: string;
  followers: number;
  hasLeader: boolean;
  mayLead: boolean;
  shown: "leader" | "follower" | "note" | "";
  isJoining: boolean;
  isConnected: boolean;
  /** The server answers, and no connection to it holds: the network lets none through. */
  isBlocked: boolean;
  isBoard: boolean;
  isPolling: boolean;
  /** Does not look around alone. */
  isWith: boolean;
  hasView: boolean;
}

interface RoomPart {
  node: HTMLElement;
  update(room: RoomState): void;
}

/** A choice of a poll; one that is a ring has its line. */
interface PollChoice {
  name: string;
  isRing: boolean;
}

interface PollWords {
  question: string;
  choices: PollChoice[];
}

/** Names in the page's language; ids where nothing is known. */
interface PollNames {
  place(id: string): string;
  site(id: string): string;
  /** Whose estimate a ring is. */
  who(ring: PollRing): string;
  /** Its range, as round as it was published. */
  range(ring: PollRing, units: Units): string;
}

/** The number of one choice, and its bar. */
interface PollBar {
  nodes: HTMLElement[];
  update(count: number, all: number): void;
}

/** A card with a poll: a leader's, or a follower's. */
interface PollCard {
  node: HTMLElement;
  ask(poll: Poll | null): Promise<void>;
  show(counts: number[], isShown?: boolean): void;
  poll(): Poll | null;
}

interface AskingCard extends PollCard {
  isShown(): boolean;
  isOpen(): boolean;
  follow(scene: Scene): void;
  toggle(): void;
}

/** What polls need of their class. */
interface PollActions {
  isLeader(): boolean;
  scene(): Scene;
  send(message: RoomMessage): boolean;
  ask(poll: PollWish): void;
  /** What a browser without a ticket votes by. */
  voter(): string;
  say(text: string): void;
  changed(): void;
}

/** The polls of a class. */
interface ClassPolls {
  nodes: { leader: HTMLElement; follower: HTMLElement };
  toggle(): void;
  isOpen(): boolean;
  follow(scene: Scene): void;
  hearPoll(raw: ToldPoll | null): void;
  hearBars(raw: ToldBars): void;
  connected(): void;
  clear(): void;
}

/** A view that is being sent. */
interface LeaderView {
  sendAll(): void;
  close(): void;
}

/** A view that is followed (classroom/follower.js). */
interface FollowedView {
  latest: ClassView | null;
  isWith: boolean;
  canStray: boolean;
  hear(message: ToldView): void;
  stray(): void;
  rejoin(): void;
  close(): void;
}

/** What a leader shows. */
interface ClassView {
  scene: ClassScene;
  /** Of the leader's map. */
  size: MapSize | null;
  isWhole: boolean;
  /** The leader's map was just fitted to the rings. */
  fit: boolean;
  words: StepWords | null;
}

/** What a connection asks and tells (classroom/socket.js). */
interface SocketActions {
  /** The first message, or null. */
  hello(): RoomMessage | null;
  heard(message: RawMessage): void;
  /** After how many ms to try again; null for soon. */
  lost(): number | null;
}

interface RoomSocket {
  send(message: RoomMessage): boolean;
  /** Connect anew. */
  renew(): void;
  close(): void;
}
