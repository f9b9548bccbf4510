import assert from "node:assert/strict";
import { test } from "node:test";
import { page, saidIn } from "./page.js";

const { voice } = await import("../src/messages/messages.js");
const { Remarks } = await import("../src/panel/remarks.js");

/**
 * What the panel shows of a reason.
 *
 * @param {string} language
 * @param {Partial<import("../src/types.ts").Reason>} of
 */
function shown(language, of) {
  const site = { name: "Site", ruleFor: () => ({ kind: "post" }), identityOf: () => ({}) };
  const remarks = new Remarks(voice(language), /** @type {any} */ (site), null, () => document.createElement("button"));
  const reason = {
    ...{ rule: "prices", action: /** @type {const} */ ("advise"), clause: "2", owner: null, layers: [] },
    ...{ title: { en: "A price" }, advice: { en: "Leave it out" }, add: null, protected: null, findings: [], ...of },
  };
  const draft = /** @type {any} */ ({ text: "", composer: page("<p></p>")("p"), isAudienceKnown: false });
  const remark = { reason, findings: [], draft, suggestions: [] };
  const facts = Object.create(null);
  const told = [];
  for (const part of remarks.all([remark])) {
    for (const name of part.querySelectorAll("dt"))
      facts[saidIn(name)] = saidIn(/** @type {Element} */ (name.nextElementSibling));
    if (part.tagName === "P") told.push(saidIn(part));
  }
  return { facts, told };
}

const company = { en: "How Acme talks", nl: "Hoe Acme praat" };
const sales = { en: "How sales talks", nl: "Hoe sales praat" };

test("a rule says whose it is where the policy has several layers", () => {
  const owned = shown("en", { layers: [company], owner: "Legal" }).facts;
  assert.equal(owned["Whose rule it is"], "How Acme talks");
  assert.equal(owned["Whom to ask"], "Legal");
  const changed = shown("nl", { layers: [company, sales] }).facts;
  assert.equal(changed["Van wie deze regel is"], "Hoe Acme praat, gewijzigd door Hoe sales praat");
  assert.ok(!("Whose rule it is" in shown("en", {}).facts));
});

test("speech that nobody may forbid is told to be so, in both languages", () => {
  const what = { en: "union matters", nl: "vakbondszaken" };
  assert.deepEqual(shown("en", { protected: what }).told, [
    "Leave it out",
    "This speaks of union matters. That is protected speech: nobody may forbid it.",
  ]);
  assert.match(
    shown("nl", { protected: what }).told.join(),
    /Dit gaat over vakbondszaken\..*niemand mag het je verbieden/u,
  );
  assert.deepEqual(shown("en", {}).told, ["Leave it out"]);
});
