/** What is wrong with a policy, and where. */
export interface Diagnostic {
  /** A policy with mistakes cannot be sealed; a warning is for what its author hardly means. */
  severity: "mistake" | "warning";
  /** What is wrong, in a sentence. */
  message: string;
  /** What to do about it. */
  help: string | null;
  /** Where, in UTF-16 code units of the source, end exclusive. */
  start: number;
  end: number;
  /** The line and the character of it where it begins, from 1. */
  line: number;
  column: number;
}
