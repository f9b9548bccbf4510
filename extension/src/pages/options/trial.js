/** A box to try a draft on the policy, with the verdict explained. */
import sites from "bezint-sites";
import { make, offer, part } from "../page.js";

/**
 * @typedef {import("../page.js").Words} Words
 * @typedef {import("bezint/types").Verdict} Verdict
 * @typedef {import("bezint/types").Finding} Finding
 */

const AUDIENCES = /** @type {const} */ (["public", "followers", "company", "group", "named", "self"]);
/** What an unknown site is called towards the engine: no rule can mean it by this name. */
const ELSEWHERE = "elsewhere.invalid";

const draft = /** @type {HTMLTextAreaElement} */ (part("draft"));
const audience = /** @type {HTMLSelectElement} */ (part("try-audience"));
const site = /** @type {HTMLSelectElement} */ (part("try-site"));

/**
 * @param {Words} words
 * @param {import("bezint/types").Engine} engine
 */
export function showTrial(words, engine) {
  const { say } = words;
  offer(
    audience,
    AUDIENCES.map((value) => [value, say(`audience_${value}`)]),
  );
  offer(site, [
    [ELSEWHERE, say("try_elsewhere")],
    ...sites.map(({ id, name }) => /** @type {[string, string]} */ ([id, name])),
  ]);
  draft.oninput = audience.onchange = site.onchange = judge;
  void judge();

  async function judge() {
    const text = draft.value;
    if (text.trim() === "") return tell([make("p.hint", say("try_empty"))]);
    const context = { audience: /** @type {import("bezint/types").Audience} */ (audience.value), site: site.value };
    try {
      const verdict = await engine.evaluate(text, context);
      if (text === draft.value) tell(explain(verdict, text, words));
    } catch {
      tell([make("p.trouble", say("policy_broken"))]);
    }
  }
}

function tell(/** @type {Node[]} */ content) {
  part("verdict").replaceChildren(...content);
}

/**
 * A verdict, explained: every reason with its clause, every finding with its words and its evidence.
 * @param {Verdict} verdict @param {string} text @param {Words} words
 */
function explain({ action, findings, reasons }, text, words) {
  const { say, pick } = words;
  if (findings.length === 0 && reasons.length === 0) return [make("p.verdict.allow", say("try_fine"))];
  const lines = (/** @type {number[]} */ places) =>
    make("ul.findings", ...places.flatMap((place) => findings[place] ?? []).map((one) => line(one, text, words)));
  const shown = reasons.map((reason) => {
    const where = [say(`action_${reason.action}`), say("clause", reason.clause)];
    if (reason.owner) where.push(say("owner", reason.owner));
    return make(
      `article.${reason.action}`,
      make("h3", pick(reason.title)),
      make("p", pick(reason.advice)),
      lines(reason.findings),
      make("p.hint", where.join(" · ")),
    );
  });
  const ruled = new Set(reasons.flatMap(({ findings: places }) => places));
  const rest = findings.flatMap((_, place) => (ruled.has(place) ? [] : [place]));
  const others = rest.length > 0 ? [make("div", make("p.hint", say("try_unruled")), lines(rest))] : [];
  return [make(`p.verdict.${action}`, say(`action_${action}`)), ...shown, ...others];
}

/**
 * @param {Finding} finding @param {string} text @param {Words} words
 */
function line({ title, spans, confidence, evidence }, text, { say, pick, has }) {
  const told = evidence.flatMap((one) => {
    const key = `evidence_${one.kind}`;
    return has(key) ? [say(key, "term" in one ? one.term : "")] : [];
  });
  if (spans.length > 1) told.push(say("evidence_times", String(spans.length)));
  const why = told.length > 0 ? told.join(", ") : say("evidence_none");
  const sentence = say("finding", { title: pick(title), sure: say(`confidence_${confidence}`), why });
  const marks = spans.slice(0, 1).map(({ start, end }) => make("mark", text.slice(start, end)));
  return make("li", ...marks, " ", sentence);
}
