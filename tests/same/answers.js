/** What the engine in WebAssembly answers, in Node and in a browser alike. */

import { Engine, initSync } from "../../target/wasm/bezint/bezint.js";
import { questions } from "./questions.js";

/**
 * @param {BufferSource} module The bytes of the engine.
 * @param {Uint8Array[]} policies Sealed.
 * @param {string[]} corpus
 * @returns {string[]} A verdict as JSON for each question.
 */
export function answers(module, policies, corpus) {
  initSync({ module });
  const engines = policies.map((sealed) => new Engine(sealed));
  return questions(corpus, policies.length).map(({ policy, draft, context }) =>
    JSON.stringify(engines[policy]?.evaluate(draft, /** @type {any} */ (context))),
  );
}

/** In a page: fetches what is needed from its server. */
export async function answersHere() {
  const bytes = async (/** @type {string} */ path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
  const { policies, corpus } = await (await fetch("/task.json")).json();
  return answers(await bytes("/engine.wasm"), await Promise.all(policies.map(bytes)), corpus);
}
Object.assign(globalThis, { answersHere });
