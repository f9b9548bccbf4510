/** The policy in force, as a document for people, and the choice of another. */
import { base64Of } from "../../background/managed.js";
import { factsOf, make, part } from "../page.js";
import { ruleOf } from "./rule.js";

/**
 * @typedef {import("../page.js").Words} Words
 * @typedef {import("../../background/pages.js").About} About
 * @typedef {{ ask(message: object): Promise<any> }} Asks
 */

/** Bytes of a file that could be a sealed policy. */
const LARGEST = 17_000_000;

/**
 * @param {Words} words
 * @param {About | null} about nothing where no policy can be loaded
 * @param {Asks} engine
 */
export function showPolicy(words, about, engine) {
  const { say } = words;
  part("refused").replaceChildren(...(about ? refusedOf(about, words) : [make("p.trouble", say("policy_broken"))]));
  part("policy-face").replaceChildren(...(about ? faceOf(about, words) : []));
  const rules = about?.outline.rules.map((rule) => ruleOf(rule, about, words)) ?? [];
  part("rules").replaceChildren(...(about && rules.length === 0 ? [make("p", say("rules_none"))] : rules));
  part("rules-heading").hidden = !about;

  const isManaged = about?.source === "managed" || about?.source === "last-good";
  part("picking").hidden = isManaged;
  part("give-up").hidden = about?.source !== "picked";
  part("give-up").onclick = () => change({ type: "give-up" }, "given_up");
  const pick = /** @type {HTMLInputElement} */ (part("pick"));
  pick.onchange = () => void choose();

  async function choose() {
    const [file] = pick.files ?? [];
    if (!file) return;
    if (file.size > LARGEST) tell(say("problem_too-large"));
    else {
      const sealed = base64Of(new Uint8Array(await file.arrayBuffer()));
      await change({ type: "pick", sealed }, "picked");
    }
    pick.value = "";
  }

  async function change(/** @type {object} */ message, /** @type {string} */ done) {
    try {
      showPolicy(words, await engine.ask(message), engine);
      tell(say(done));
    } catch (why) {
      tell(problem(String(/** @type {{ code?: string }} */ (why).code), words));
    }
  }
}

function tell(/** @type {string} */ sentence) {
  part("policy-told").textContent = sentence;
}

/**
 * What of the settings could not be used: nothing, or a heading and a list.
 * @param {About} about @param {Words} words
 */
function refusedOf({ refused }, words) {
  const { say, has } = words;
  if (refused.length === 0) return [];
  const lines = refused.map(({ name, problem: code }) => {
    const known = `name_${name}`;
    const shown = has(known) ? say(known) : name;
    return make("li", say("refused_one", { name: shown, problem: problem(code, words) }));
  });
  return [make("div.notice", make("h3", say("refused")), make("p", say("refused_hint")), make("ul", ...lines))];
}

function problem(/** @type {string} */ code, /** @type {Words} */ { say, has }) {
  return has(`problem_${code}`) ? say(`problem_${code}`) : say("problem_other", code);
}

/** @param {About} about @param {Words} words */
function faceOf({ card, signer, source }, { say, pick, language }) {
  const date = (/** @type {number} */ seconds) =>
    new Date(seconds * 1000).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  const validity = [
    ...(card.valid_from === null ? [] : [say("valid_from", date(card.valid_from))]),
    ...(card.valid_until === null ? [] : [say("valid_until", date(card.valid_until))]),
  ];
  return [
    make("p.title", pick(card.title)),
    factsOf([
      [say("policy_version_label"), String(card.version)],
      [say("policy_stance"), say(`stance_${card.stance}`)],
      [say("policy_unchecked"), say(`on_error_${card.on_error}`)],
      [say("policy_owner"), card.owner ?? say("policy_no_owner")],
      [say("policy_ask"), card.contact ?? say("policy_no_contact")],
      [say("policy_valid"), validity.join(", ") || say("valid_always")],
      [say("policy_signed"), signer ? say("signed_by", signer) : say("signed_not")],
      [say("policy_from"), say(`source_${source}`)],
    ]),
  ];
}
