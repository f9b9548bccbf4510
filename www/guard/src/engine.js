/** The engine in the page itself, for pages that may run WebAssembly: an intranet, the studio. */

import { Leniency } from "./leniency.js";

/**
 * What the `Engine` class of the engine's WebAssembly package can do.
 *
 * @typedef {object} Loaded
 * @property {(draft: string, context: object) => import("./types.ts").Verdict} evaluate
 * @property {() => import("./types.ts").Card} card
 *
 * @typedef {new (sealed: Uint8Array, acceptance?: import("./types.ts").Acceptance) => Loaded} Loads
 */

/**
 * @param {Loads} Engine The class, once its module is initialised.
 * @param {Uint8Array} sealed A sealed policy.
 * @param {string[]} [roles] The roles of the person, as the policy names them.
 * @param {import("./types.ts").Acceptance} [acceptance] Which policies are accepted. Left out: any that is valid now.
 * @returns {import("./types.ts").Engine}
 * @throws What the class throws when the policy does not load: at once, and not when someone is about to post.
 */
export function directEngine(Engine, sealed, roles = [], acceptance = {}) {
  const engine = new Engine(sealed, acceptance);
  // Lives and ends with the page, so the words need no disguise.
  const leniency = new Leniency((words) => words);
  return {
    async card() {
      return engine.card();
    },
    async evaluate(draft, context) {
      const verdict = engine.evaluate(draft, { ...context, roles, time: Math.floor(Date.now() / 1000) });
      return leniency.lessen(verdict, draft, today());
    },
    correct: (detector, words) => leniency.correct(detector, words),
    async wave(rules) {
      leniency.wave(rules, today());
    },
  };
}

/** The day of the person, wherever they are. */
export function today() {
  return new Date().toLocaleDateString("en-CA");
}
