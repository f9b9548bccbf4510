// @ts-nocheck: the peers are installed only where they are measured.
import { LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";

export default async () => {
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return (/** @type {string} */ draft) => linter.lint(draft);
};
