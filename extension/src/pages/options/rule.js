/** One rule of the policy, as a part of a document for people. */
import { factsOf, make } from "../page.js";

/**
 * @typedef {import("../../../../target/wasm/bezint/bezint.js").OutlinedRule} OutlinedRule
 * @typedef {import("../page.js").Words} Words
 */

/** Weakest first. */
const ACTIONS = ["allow", "advise", "confirm", "justify", "block"];
const AUDIENCES = ["self", "named", "group", "company", "followers", "public"];
const CEILINGS = { open: "advise", coached: "justify", controlled: "block" };

/**
 * @param {OutlinedRule} rule
 * @param {import("../../background/pages.js").About} about
 * @param {Words} words
 */
export function ruleOf(rule, { card, outline }, words) {
  const { say, pick } = words;
  const titles = rule.when.map(({ detector }) => pick(outline.detectors[detector] ?? {}));
  /** @type {Array<[string, string | Node]>} */
  const facts = [
    [say("rule_about"), [...new Set(titles)].join(", ")],
    [say("rule_happens"), make("ul", ...stepsOf(rule, CEILINGS[card.stance], words).map((step) => make("li", step)))],
  ];
  const scope = scopeOf(rule, words);
  if (scope) facts.push([say("rule_scope"), scope]);
  if (rule.owner) facts.push([say("rule_owner"), rule.owner]);
  return make(
    "details.rule",
    make("summary", make("span.clause", rule.clause), " ", pick(rule.title)),
    make("p", pick(rule.advice)),
    factsOf(facts),
  );
}

/**
 * What happens, by audience, within what the stance allows. How sure Bezint must be is only said where it makes a
 * difference.
 * @param {OutlinedRule} rule @param {string} ceiling @param {Words} words
 */
function stepsOf({ steps }, ceiling, { say }) {
  const asking = steps
    .filter(({ action }) => action !== "allow")
    .sort((a, b) => AUDIENCES.indexOf(a.audience) - AUDIENCES.indexOf(b.audience));
  const isAlike = asking.every(({ confidence }) => confidence === asking[0]?.confidence);
  return asking.map(({ audience, confidence, action }) => {
    const capped = ACTIONS[Math.min(ACTIONS.indexOf(action), ACTIONS.indexOf(ceiling))];
    return say(isAlike ? "step" : "step_sure", {
      readers: say(`readers_${audience}`),
      sure: say(`sure_${confidence}`),
      action: say(`does_${capped}`),
    });
  });
}

/**
 * On which sites, for whom and when the rule holds, where that is not everywhere, for all and always.
 * @param {OutlinedRule} rule @param {Words} words
 */
function scopeOf({ sites, roles, except_roles, from, until }, { say, language }) {
  const named = (/** @type {string} */ key, /** @type {string[]} */ names) =>
    names.length > 0 ? [say(key, names.join(", "))] : [];
  const dated = (/** @type {string} */ key, /** @type {number | null} */ seconds) =>
    seconds === null ? [] : [say(key, new Date(seconds * 1000).toLocaleDateString(language, { dateStyle: "long" }))];
  return [
    ...named("scope_sites", sites),
    ...named("scope_roles", roles),
    ...named("scope_except", except_roles),
    ...dated("scope_from", from),
    ...dated("scope_until", until),
  ].join(" ");
}
