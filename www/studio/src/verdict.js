/** A verdict, explained: every reason with its clause, every finding with its words and its evidence. */
import { make } from "./make.js";

/**
 * @typedef {import("bezint/types").Verdict} Verdict
 * @typedef {import("bezint/types").Finding} Finding
 * @typedef {import("./words.js").Words} Words
 *
 * @param {Verdict} verdict
 * @param {string} draft what it is about
 * @param {Words} words
 */
export function explain(verdict, draft, words) {
  const { say } = words;
  const shown = [make(`p.action.${verdict.action}`, say(`action.${verdict.action}`))];
  if (verdict.findings.length === 0) return [...shown, make("p.empty", say("fine"))];

  const ruled = new Set(verdict.reasons.flatMap(({ findings }) => findings));
  for (const reason of verdict.reasons) shown.push(card(reason, verdict, draft, words));
  const rest = verdict.findings.filter((_, place) => !ruled.has(place));
  if (rest.length > 0) {
    const list = make("ul.findings", ...rest.map((finding) => line(finding, draft, words)));
    shown.push(make("div.rest", make("p", say("found.unruled")), list));
  }
  return shown;
}

/**
 * @param {import("bezint/types").Reason} reason
 * @param {Verdict} verdict
 * @param {string} draft
 * @param {Words} words
 */
function card(reason, verdict, draft, words) {
  const { say, pick } = words;
  const where = [say("clause", { clause: reason.clause }), say(`action.${reason.action}`)];
  if (reason.owner) where.push(say("owner", { owner: reason.owner }));
  const findings = reason.findings.flatMap((place) => verdict.findings[place] ?? []);
  return make(
    `article.reason.${reason.action}`,
    make("h3", pick(reason.title)),
    make("p", pick(reason.advice)),
    make("ul.findings", ...findings.map((finding) => line(finding, draft, words))),
    make("p.where", where.join(" · ")),
  );
}

/**
 * @param {Finding} finding
 * @param {string} draft
 * @param {Words} words
 */
function line({ title, spans, confidence, evidence }, draft, { say, pick }) {
  const words = (/** @type {import("bezint/types").Span} */ { start, end }) => draft.slice(start, end);
  const told = evidence.map((one) => {
    if (one.kind === "entropy") return say("evidence.entropy", { bits: one.centibits / 100 });
    if (one.kind === "part") return say("evidence.part", { part: one.part, words: words(one.span) });
    if (one.kind === "disguise") return say(`evidence.disguise.${one.disguise}`);
    return say(`evidence.${one.kind}`, one);
  });
  if (spans.length > 1) told.push(say("evidence.times", { times: spans.length }));
  const why = told.length > 0 ? told.join(", ") : say("evidence.none");
  return make(
    "li",
    ...spans.slice(0, 1).map((first) => make("mark", words(first))),
    make("span", `${pick(title)}, ${say(`confidence.${confidence}`)}: ${why}.`),
  );
}
