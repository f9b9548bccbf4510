// @ts-nocheck: the peers are installed only where they are measured.
import { OpenRedaction } from "@openredaction/openredaction";

export default async () => {
  const detector = new OpenRedaction();
  return (/** @type {string} */ draft) => detector.detect(draft);
};
