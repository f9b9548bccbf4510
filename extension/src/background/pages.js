/** What the extension's own pages may ask on top of what every frame may. */
import { signer } from "../../../target/wasm/bezint/bezint.js";
import { dayOf } from "../journal/entries.js";
import { force, giveUp, take } from "./engine.js";

/**
 * @typedef {object} About All that the options page shows of what is in force.
 * @property {import("../../../target/wasm/bezint/bezint.js").Card} card
 * @property {import("../../../target/wasm/bezint/bezint.js").Outline} outline
 * @property {string | null} signer the public key that the policy is signed with
 * @property {import("./policy.js").Source} source
 * @property {import("./managed.js").Refused[]} refused
 * @property {Omit<import("./managed.js").Managed, "policy">} managed
 */

/**
 * @typedef {Awaited<ReturnType<ReturnType<typeof import("./leniency.js").leniency>["count"]>>} Corrected
 *
 * @param {() => Promise<void>} changed called when another policy is in force
 * @param {Pick<ReturnType<typeof import("./leniency.js").leniency>, "count" | "forget">} lenience
 * @returns {Record<string, (message: any) => Promise<About | Corrected>>}
 */
export function pages(changed, lenience) {
  const corrected = () => lenience.count(dayOf(new Date()));
  return {
    about,
    corrected,
    async forget() {
      await lenience.forget();
      return corrected();
    },
    async pick({ sealed }) {
      await take(String(sealed));
      await changed();
      return about();
    },
    async "give-up"() {
      await giveUp();
      await changed();
      return about();
    },
  };
}

/** @returns {Promise<About>} */
async function about() {
  const { engine, sealed, source, refused, managed } = await force();
  const { policy, ...rest } = managed;
  return {
    card: engine.card(),
    outline: engine.outline(),
    signer: signer(sealed) ?? null,
    source,
    refused,
    managed: rest,
  };
}
