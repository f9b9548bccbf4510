/**
 * Does one thing after another, whatever became of the one before: so each change begins with what the last one left.
 * @returns {<Result>(act: () => Promise<Result>) => Promise<Result>} settles as its own act does
 */
export function inTurn() {
  let last = /** @type {Promise<unknown>} */ (Promise.resolve());
  return (act) => {
    const next = last.catch(() => {}).then(act);
    last = next;
    return next;
  };
}
