/** A mistake in a policy and where it is. */
export interface Diagnostic {
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
