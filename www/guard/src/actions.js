/** The actions of the policy, weakest first. */

/** @typedef {import("./types.ts").Action} Action */

/** @type {readonly Action[]} */
const ACTIONS = ["allow", "advise", "confirm", "justify", "block"];

/** @param {Action} action */
export const weightOf = (action) => ACTIONS.indexOf(action);

/**
 * @param {Action} action
 * @returns {boolean} Whether it stops a post.
 */
export const stops = (action) => weightOf(action) >= weightOf("confirm");
