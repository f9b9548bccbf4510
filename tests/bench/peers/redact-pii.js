// @ts-nocheck: the peers are installed only where they are measured.
import { SyncRedactor } from "redact-pii";

export default async () => {
  const redactor = new SyncRedactor();
  return (/** @type {string} */ draft) => redactor.redact(draft);
};
