/**
 * Milliseconds that anything may take before it counts as not happening. Nothing ever waits this long when all is well, and a busy
 * machine can take a while.
 */
export const PATIENCE = 20_000;
