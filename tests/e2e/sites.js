/** Every site's pages: the right site, kind and audience are told, and no post is missed, swallowed, doubled or altered. */

import assert from "node:assert/strict";
import en from "../../www/guard/src/messages/en.json" with { type: "json" };
import nl from "../../www/guard/src/messages/nl.json" with { type: "json" };
import { pageOf } from "../pages/catalogue.js";
import { sitePages } from "../pages/sites/index.js";
import { inBackground, NO_BACKGROUND, says } from "./badge.js";
import { onPage } from "./case.js";
import { citizen, codename, harmless, onOneLine } from "./drafts.js";
import { insists, passes } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("../pages/catalogue.js").Page} Page
 * @typedef {NonNullable<Page["fixture"]>} Fixture
 */

const MESSAGES = { en, nl };

/** Who can hear a codename of the lab's policy without a stop. */
const NEAR = ["self", "named", "group", "company"];

/**
 * A sensitive draft is held, for the audience that the page shows at that moment and not before, and arrives as it was
 * when the person insists; for a narrower audience it passes; and a harmless one just arrives.
 */
async function wholeSite(/** @type {Visit} */ visit) {
  const fixture = /** @type {Fixture} */ (visit.spec.fixture);
  const first = /** @type {import("../pages/catalogue.js").Gesture} */ (fixture.gestures[0]);
  const last = fixture.gestures.at(-1) ?? first;
  const isNear = NEAR.includes(fixture.audience);
  const draft = (isNear ? citizen : codename)(1);
  /** Turns the audience, and goes back to the composer: keys would go to the menu. */
  const turn = async () => {
    await visit.hands.press(".audience");
    if (first === "enter") await visit.hands.enter();
  };

  await visit.write(draft);
  if (fixture.narrows) await turn();
  await visit.post(first);
  const panel = await visit.isHeld(draft);
  tells(await panel.text(), fixture, visit);
  if (isNear) await panel.giveReason("It is my own number");
  await insists(visit, first, panel, draft);

  if (fixture.narrows) await turn();
  if (isNear || fixture.narrows) await passes(visit, last, codename(2));
  await passes(visit, last, harmless(3));
}

/** The panel says what would be posted where, as whom, and who can read it. */
function tells(/** @type {string} */ said, /** @type {Fixture} */ fixture, /** @type {Visit} */ { spec, lab }) {
  const words = MESSAGES[lab.language];
  const site = fixture.site ? spec.title : "127.0.0.1";
  const kind = words[`place.${fixture.kind}`].replace("{site}", site);
  const name = fixture.as ? words["place.as"].replace("{place}", kind).replace("{name}", "") : kind;
  const account = fixture.account ? words[`place.${fixture.account}`].replace("{place}", "") : "";
  const audience = words[`audience.${fixture.audience}`];
  for (const part of [name, fixture.as ?? "", account, audience]) {
    assert.ok(said.includes(part), `the panel says “${part}”: ${said}`);
  }
}

/** @param {Page} page */
function casesOf(page) {
  const { gestures, narrows, labels } = /** @type {Fixture} */ (page.fixture);
  const how = { chat: gestures.includes("enter") };
  const own = onPage(page.id, page, how, wholeSite);
  const foreign = onPage(`${page.id}, in the other language`, page, { ...how, isForeign: true }, wholeSite);
  return narrows || labels ? [own, foreign] : [own];
}

/**
 * A site that has changed does not go unseen: the generic way has guarded it, the badge says so, and a report is there
 * for whoever keeps the adapters.
 */
async function isNoticed(/** @type {Visit} */ visit) {
  const { site, drifted } = /** @type {Fixture} */ (visit.spec.fixture);
  await wholeSite(visit);
  await says(visit, "drifted");
  /** @type {Record<string, any>} */
  const kept = await inBackground(visit, () => chrome.storage.session.get(null));
  const report = kept[`health ${site} ${drifted?.rule ?? ""}`];
  assert.ok(report, `a report is kept: ${Object.keys(kept)}`);
  const broken = report.parts.filter((/** @type {{ works: boolean }} */ { works }) => !works);
  assert.deepEqual([...new Set(broken.map((/** @type {{ part: string }} */ { part }) => part))], [drifted?.part]);
  assert.ok(broken.every((/** @type {{ found: number }} */ { found }) => found === 0));
  assert.ok(!JSON.stringify(kept).includes("Neptunus"), "nothing of a draft is kept");
}

/** @param {Page} page */
function drift(page) {
  const { gestures } = /** @type {Fixture} */ (page.fixture);
  const how = { chat: gestures.includes("enter") };
  return { ...onPage(`${page.id}, its report`, page, how, isNoticed), skip: NO_BACKGROUND };
}

/** By the person's setting Enter makes a new line here, and the page does not show it: insisting must not post. */
async function enterBreaks(/** @type {Visit} */ visit) {
  const { hands, run } = visit;
  await visit.write(onOneLine(codename(1)));
  await hands.press(".audience");
  await hands.enter();
  await visit.post("enter");
  const panel = await visit.isHeld(onOneLine(codename(1)));
  await panel.press("anyway");
  await visit.notices("again");
  await visit.post("enter");
  await hands.type("more");
  await visit.until(
    () =>
      hands.frame.evaluate(() =>
        /\n/.test(/** @type {HTMLElement | null} */ (document.querySelector(".editor"))?.innerText.trimEnd() ?? ""),
      ),
    "the key has made no new line",
  );
  assert.equal(run.posts.length, 0, "nothing is posted by what only made a new line");
  await hands.press(".audience");
  await hands.enter();
  await visit.rewrite(onOneLine(codename(2)));
  await visit.post("click");
  await visit.arrives(onOneLine(codename(2)));
}

export const sites = [
  ...sitePages.flatMap(casesOf),
  onPage("Enter makes a new line", pageOf("telegram-message-in-a"), {}, enterBreaks),
  ...sitePages.filter(({ fixture }) => fixture?.drifted).map(drift),
].map((one) => ({ ...one, part: "sites" }));
