// @ts-nocheck: the peers are installed only where they are measured.
import { redact } from "@arcjet/redact";

export default async () => (/** @type {string} */ draft) => redact(draft);
