/** The engine of the sealed policy inside the extension, loaded when first asked for. */
import { Engine, initSync } from "../../../target/wasm/bezint/bezint.js";

/** @typedef {{ card(): import("../../../target/wasm/bezint/bezint.js").Card, evaluate(draft: string, context: object): import("../../../target/wasm/bezint/bezint.js").Verdict }} Judge */

/** @type {Promise<Engine> | undefined} */
let loading;

/**
 * The same engine for every caller. When it cannot be loaded the promise rejects, and the next caller tries afresh.
 * @returns {Promise<Engine>}
 */
export function engine() {
  loading ??= load().catch((why) => {
    loading = undefined;
    throw why;
  });
  return loading;
}

async function load() {
  const [module, sealed] = await Promise.all([
    WebAssembly.compileStreaming(fetch(chrome.runtime.getURL("engine.wasm"))),
    fetch(chrome.runtime.getURL("policy.sealed")).then((file) => file.arrayBuffer()),
  ]);
  initSync({ module });
  return new Engine(new Uint8Array(sealed));
}
