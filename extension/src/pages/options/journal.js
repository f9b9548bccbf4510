/** The person's journal: by week, by rule and by day, to filter, save and erase. */
import sites from "bezint-sites";
import { weekOf } from "../../journal/entries.js";
import { counts, csv, json, sums } from "../../journal/export.js";
import { journal } from "../../journal/store.js";
import { offer, part } from "../page.js";
import { save } from "./save.js";
import { bars, table } from "./tables.js";

/**
 * @typedef {import("../../journal/entries.js").Entry} Entry
 * @typedef {import("../page.js").Words} Words
 */

const DECISIONS = /** @type {const} */ (["posted", "reconsidered", "corrected"]);
/** Days and weeks that are shown; what is saved has all of them. */
const MOST_SHOWN = 60;

const book = journal(chrome.storage.local);
const byRule = /** @type {HTMLSelectElement} */ (part("by-rule"));
const byDecision = /** @type {HTMLSelectElement} */ (part("by-decision"));
const sure = /** @type {HTMLDialogElement} */ (part("sure"));

/** What was erased last, for as long as this page is open. @type {Entry[]} */
let erased = [];

/**
 * @param {Words} words
 * @param {import("../../background/pages.js").About | null} about
 */
export async function showJournal(words, about) {
  const { say, pick } = words;
  const entries = await book.read();
  const rules = about?.outline.rules ?? [];
  /** A rule that the policy of today no longer has is called by its id. */
  const nameOf = (/** @type {string} */ id) => {
    const rule = rules.find((one) => one.id === id);
    return rule ? `${rule.clause} ${pick(rule.title)}` : id;
  };
  const siteOf = (/** @type {string} */ id) => sites.find((one) => one.id === id)?.name ?? id;

  part("journal-empty").hidden = entries.length > 0;
  part("journal-full").hidden = entries.length === 0;
  const ids = [...new Set(entries.map(({ rule }) => rule))].sort();
  offer(byRule, [["", say("filter_all")], ...ids.map((id) => /** @type {[string, string]} */ ([id, nameOf(id)]))]);
  offer(byDecision, [
    ["", say("filter_all")],
    ...DECISIONS.map((one) => /** @type {[string, string]} */ ([one, say(`decision_${one}`)])),
  ]);
  byRule.onchange = byDecision.onchange = draw;
  draw();

  const policy = about?.card ?? { id: "", version: 0 };
  const known = sites.map(({ id }) => id);
  const forCompany = counts(entries, policy, about?.managed.roles ?? [], known);
  /** @type {HTMLTextAreaElement} */ (part("counts")).value = forCompany;
  part("save-csv").onclick = () => save("bezint.csv", "text/csv", csv(entries));
  part("save-json").onclick = () => save("bezint.json", "application/json", json(entries));
  part("save-counts").onclick = () => save("bezint-counts.json", "application/json", forCompany);
  part("erase").onclick = () => sure.showModal();
  part("erase-no").onclick = () => sure.close();
  part("erase-yes").onclick = async () => {
    sure.close();
    erased = await book.read();
    await book.erase();
    part("undo").hidden = false;
    tell(say("erased"));
    part("undo").focus();
  };
  part("undo").onclick = async () => {
    await book.add(erased);
    erased = [];
    part("undo").hidden = true;
    tell(say("undone"));
    part("journal-heading").focus();
  };

  function draw() {
    const chosen = entries.filter(
      ({ rule, decision }) =>
        (byRule.value === "" || rule === byRule.value) && (byDecision.value === "" || decision === byDecision.value),
    );
    const series = DECISIONS.map((decision) => ({ id: decision, name: say(`decision_${decision}`) }));
    const rows = (/** @type {(entry: Entry) => string} */ labelOf) => {
      const found = sums(chosen, (entry) => ({ label: labelOf(entry), decision: entry.decision }));
      const labels = [...new Set(found.map(({ label }) => label))];
      const countOf = (/** @type {string} */ label, /** @type {string} */ decision) =>
        found.find((one) => one.label === label && one.decision === decision)?.count ?? 0;
      return labels.map((label) => ({ label, counts: DECISIONS.map((decision) => countOf(label, decision)) }));
    };
    const weeks = rows(({ day }) => weekOf(day))
      .reverse()
      .slice(0, MOST_SHOWN);
    const days = chosen
      .toReversed()
      .slice(0, MOST_SHOWN)
      .map(({ day, rule, action, decision, audience, site, count }) => [
        new Date(`${day}T12:00`).toLocaleDateString(words.language, { dateStyle: "medium" }),
        nameOf(rule),
        say(`short_${action}`),
        say(`decision_${decision}`),
        `${siteOf(site)}, ${say(`audience_${audience}`)}`,
        String(count),
      ]);
    const heads = ["day", "rule", "action", "decision", "site", "count"].map((key) => say(key));
    part("charts").replaceChildren(
      ...(chosen.length === 0
        ? [document.createTextNode(say("journal_none"))]
        : [
            bars(say("by_week"), say("week"), series, weeks),
            bars(
              say("by_rule"),
              say("rule"),
              series,
              rows(({ rule }) => nameOf(rule)),
            ),
            table(say("entries"), heads, days),
          ]),
    );
  }
}

function tell(/** @type {string} */ sentence) {
  part("journal-told").textContent = sentence;
}
