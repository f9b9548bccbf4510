export type Audience = "self" | "named" | "group" | "company" | "followers" | "public";
export type Confidence = "low" | "medium" | "high";
export type Action = "allow" | "advise" | "confirm" | "justify" | "block";

/** A sentence by ISO 639-1 language code. */
export type Text = Record<string, string>;

/** Where and when a draft would be posted, and by whom. */
export interface Context {
  /** Who could read it. Left out, or unknown: everyone. */
  audience?: Audience;
  /** The site: its adapter's id, else its host. */
  site?: string;
  /** The roles of the person. */
  roles?: string[];
  /** Seconds since 1970-01-01 UTC. Left out: now. */
  time?: number;
  /** Domains that are the company's own beside those of its policy, in small letters. */
  domains?: string[];
}

/** A place in the draft, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What raised or lowered a confidence. */
export type Evidence =
  | { kind: "check"; check: string }
  /** A term with so many letters off, so that it is worth less. */
  | { kind: "typos"; letters: number }
  /** Something between the letters, digits for letters or the reverse, or written from right to left. */
  | { kind: "disguise"; disguise: "apart" | "replaced" | "reversed" }
  /** In hundredths of a bit per character. */
  | { kind: "entropy"; centibits: number }
  /** A part of a combination, and its words in the draft. */
  | { kind: "part"; part: string; span: Span }
  /** It is at this domain of the company's own. */
  | { kind: "own"; domain: string }
  | { kind: "near"; term: string; confidence: Confidence };

/** One thing that a detector found, in one or more places. */
export interface Finding {
  detector: string;
  title: Text;
  /** What could stand in its place. */
  instead: Text | null;
  /** One at least, by place. */
  spans: Span[];
  confidence: Confidence;
  evidence: Evidence[];
}

/** A rule that fired. */
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

/** The strongest action of all rules that fired, with its reasons. */
export interface Verdict {
  action: Action;
  findings: Finding[];
  reasons: Reason[];
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
  /** Whether a person may say that a finding is not sensitive. */
  corrections: boolean;
}

/** Which sealed policies are accepted, of those that are whole. What cannot be understood of it is refused too. */
export interface Acceptance {
  /** Only one signed with this key, as `bezint keygen` wrote it. Left out: signed or not, by whomever. */
  publicKey?: string | null;
  /** No earlier version of this policy: the id and version of a card. Another policy may have any version. */
  notOlderThan?: { id: string; version: number } | null;
  /** The time at which it must be valid, in seconds since 1970-01-01 UTC. Left out: now. */
  at?: number | null;
}

/** What the `Error` says, beside its sentence, about a policy that is not loaded. */
export type Refusal =
  | { code: "not-sealed" | "damaged" | "bad-signature" | "unreadable" }
  | { code: "format"; found: number }
  | { code: "length"; expected: number; found: number }
  | { code: "too-large"; found: number }
  | { code: "too-many"; what: string; most: number }
  | { code: "no-detector"; rule: string }
  | { code: "unsigned"; wanted: string }
  | { code: "other-key"; found: string; wanted: string }
  | { code: "older"; id: string; found: number; known: number }
  | { code: "not-yet-valid"; from: number }
  | { code: "no-longer-valid"; until: number }
  /** The acceptance itself cannot be understood. */
  | { code: "acceptance" };

/** What a policy asks, rule by rule. */
export interface Outline {
  rules: OutlinedRule[];
  /** The titles of the detectors, which rules name by their place. */
  detectors: Text[];
}

export interface OutlinedRule {
  id: string;
  clause: string;
  owner: string | null;
  title: Text;
  advice: Text;
  when: Array<{ detector: number; confidence: Confidence; at_least: number }>;
  /** Site ids or hosts; empty: all. */
  sites: string[];
  /** Empty: everyone. */
  roles: string[];
  except_roles: string[];
  /** Seconds since 1970-01-01 UTC. */
  from: number | null;
  until: number | null;
  /** For this audience and all wider ones, and findings of this confidence and above. */
  steps: Array<{ audience: Audience; confidence: Confidence; action: Action }>;
}
