/**
 * The shapes that cross a boundary: engine ↔ guard, site ↔ guard, guard ↔ host. Types only; nothing here is bundled.
 */

export type Audience = "self" | "named" | "group" | "company" | "followers" | "public";
export type Confidence = "low" | "medium" | "high";
export type Action = "allow" | "advise" | "confirm" | "justify" | "block";

/** A sentence by ISO 639-1 language code. */
export type Text = Record<string, string>;

/** UTF-16 offsets in the draft, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Finding {
  detector: string;
  title: Text;
  /** What could stand in its place. */
  instead: Text | null;
  /** One at least, by place: the same number twice, or the same term, is one finding. */
  spans: Span[];
  confidence: Confidence;
  evidence: Array<
    | { kind: "check"; check: string }
    | { kind: "typos"; letters: number }
    | { kind: "disguise"; disguise: "apart" | "replaced" | "reversed" }
    | { kind: "entropy"; centibits: number }
    | { kind: "part"; part: string; span: Span }
    | { kind: "own"; domain: string }
    | { kind: "near"; term: string; confidence: Confidence }
  >;
}

export interface Reason {
  rule: string;
  action: Action;
  clause: string;
  owner: string | null;
  /** The layer of the policy that it is of, then those that changed it; none: the policy is of one piece. */
  layers: Text[];
  title: Text;
  advice: Text;
  /** A sentence that, added to the draft, leaves this rule nothing to say. */
  add: Text | null;
  /** What the draft speaks of, if nobody may be kept from saying that: the rule then asks `advise` at most. */
  protected: Text | null;
  /** Places in `Verdict.findings`. */
  findings: number[];
}

export interface Verdict {
  action: Action;
  findings: Finding[];
  reasons: Reason[];
}

/** What the guard knows; the engine's side adds roles and time. */
export interface Context {
  audience: Audience;
  site: string;
}

/** The face of the policy. */
export interface Card {
  id: string;
  version: number;
  owner: string | null;
  /** Seconds since 1970-01-01 UTC; the first second at which it is, and no longer is, valid. */
  valid_from: number | null;
  valid_until: number | null;
  title: Text;
  languages: string[];
  contact: string | null;
  /** The company's own. */
  domains: string[];
  stance: "open" | "coached" | "controlled";
  on_error: "open" | "closed";
  /** Whether a person may say, below `block`, that a finding is not sensitive. */
  corrections: boolean;
}

/** Which sealed policies an engine accepts; any that is whole and valid now, if nothing is said. */
export interface Acceptance {
  /** Only one signed with this key, as `bezint keygen` printed it. */
  publicKey?: string | null;
  /** No earlier version of this policy: its card will do. */
  notOlderThan?: { id: string; version: number } | null;
  /** The time at which it must be valid, in seconds since 1970-01-01 UTC. Left out: now. */
  at?: number | null;
}

/** Answers from wherever the engine runs. Both reject when it cannot answer: then `on_error` decides. */
export interface Engine {
  card(): Promise<Card>;
  evaluate(draft: string, context: Context): Promise<Verdict>;
  /**
   * These words, as found by this detector, are not sensitive: verdicts from now on leave them out. Absent: it cannot be
   * said here.
   */
  correct?(detector: string, words: string): Promise<void>;
  /** The advice of these rules was read and not followed; after a few times it is left out for the day. */
  wave?(rules: string[]): Promise<void>;
}

/** What a composer makes. */
export type Kind = "post" | "reply" | "comment" | "message";

/** Whose account something is posted from. */
export type Account = "work" | "personal";

/** One way to post on a site. Selectors are tried in the document and in every shadow root on the way. */
export interface ComposerRule {
  /** Its own among the rules of its site; reports on the adapter's health name it. */
  id: string;
  /** Left out: not told. */
  kind?: Kind;
  /** CSS selector of the composer's editable element. */
  composer: string;
  /**
   * CSS selectors of what posts it. Where none is found on the page, the generic way guards. Where one is, buttons with no
   * telling name are left alone; those whose name says that they post are still gated, in case only a part has drifted.
   */
  submit?: string[];
  /**
   * Keys that post: `enter`; `mod+enter` (Ctrl or Cmd) always does, since a harmless draft never notices. With `enter?` it is
   * the person's setting on the site whether Enter posts or makes a new line: it is gated, and never repeated by a button.
   */
  keys?: Array<"mod+enter" | "enter" | "enter?">;
  /** With `enter?`: CSS selector of what the page shows only while Enter makes a new line. */
  newline?: string;
  /** Who reads it, or where the page says so. Default: the site's. */
  audience?: Audience | AudienceReader;
  /** Under which account it is posted, or where the page says so. Default: the site's. */
  identity?: Account | IdentityReader;
}

/** Reads the audience from the page at the gate; what it does not recognise is `public`. */
export interface AudienceReader {
  /** CSS selector of the element whose text or accessible name tells; `address`: the path of the page's address. */
  from: string;
  /** Words, in any language, that tell each audience; matched case-insensitively inside the text. */
  words: Partial<Record<Audience, string[]>>;
}

/** Reads from the page who is posting. */
export interface IdentityReader {
  /** CSS selector of the element that names the account; `address`: the host of the page, which has words and no name. */
  from: string;
  /** Where the name stands: the first line of its `text`, its accessible `label`, or the end of its `href`. */
  by?: "text" | "label" | "href";
  /** Words, in any language, in its text or label that tell whose account it is. */
  words?: Partial<Record<Account, string[]>>;
}

/** `extension/sites/<id>.json`. */
export interface Site {
  id: string;
  name: string;
  hosts: string[];
  audience?: Audience;
  identity?: Account | IdentityReader;
  /** CSS selector of what looks like a composer and only mirrors one: nobody writes in it, and it is not posted. */
  mirrors?: string;
  composers: ComposerRule[];
}

/** How well an adapter fits the page it met: selectors and counts, never a text of the page. */
export interface Health {
  /** The adapter's id. */
  site: string;
  /** Of the composer that was posted from; `null` where none of the adapter's rules knows it. */
  rule: string | null;
  parts: HealthPart[];
}

export interface HealthPart {
  part: "composer" | "submit" | "audience";
  selector: string;
  /** How many elements it finds around the composer. */
  found: number;
  /** Whether it told what it is there to tell; where it did not, the generic way guarded. */
  works: boolean;
}

/**
 * What the badge shows for one frame. `drifted`: the adapter does not fit the page any more, the generic way guards.
 * `hidden`: a post is held, and the page keeps the panel from the person.
 */
export type State = "idle" | "guarding" | "drifted" | "unreadable" | "unanswered" | "hidden";

/** What a person decided where a rule had something to say. */
export interface Decision {
  rule: string;
  action: Action;
  /** Posted as it was, went back to the text, or said that the finding is wrong. */
  decision: "posted" | "reconsidered" | "corrected";
  audience: Audience;
  site: string;
}

export interface GuardOptions {
  engine: Engine;
  /** Left out: the generic way, everything counts as public. */
  site?: Site;
  /** `nl` or `en`; default by `navigator.languages`. */
  language?: string;
  /** Default: as the person's system has it. */
  theme?: "light" | "dark";
  /**
   * Reaches closed shadow roots where the host can (`chrome.dom.openOrClosedShadowRoot`). Default: `element.shadowRoot`, and
   * the property that Firefox gives content scripts.
   */
  shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** Told whenever what the badge shows changes. */
  onState?: (state: State, remarks: number) => void;
  /** Told of every decision, rule by rule, once for each draft. */
  onDecision?: (decisions: Decision[]) => void;
  /** Told when something is posted from a composer, whenever the fit of the adapter is another than it was before. */
  onHealth?: (health: Health) => void;
}

/** The composer that the person was in last. */
export interface Seen {
  audience: Audience;
  isAudienceKnown: boolean;
  isWritten: boolean;
  isPaused: boolean;
  /** When the person was in it, in milliseconds since 1970: of several frames, the latest has what they are writing. */
  at: number;
}

export interface Guard {
  seen(): Seen | null;
  /**
   * Leaves the draft that is in that composer alone until it is posted or gone. Without effect where the policy's stance is
   * `controlled`: what is held for good there is held.
   */
  pause(): void;
  /** Begins anew with other options, and keeps its place before the page's own listeners; an open panel is taken away. */
  renew(changes: Partial<GuardOptions>): void;
  /** Removes every listener and element. */
  stop(): void;
}
