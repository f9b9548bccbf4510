/**
 * A page that works against the guard. It may keep the panel from the person; it may never get a sensitive draft through, lift a
 * hold in the person's name, or learn what the verdict is about.
 */

import assert from "node:assert/strict";
import { pageOf } from "../pages/catalogue.js";
import { says } from "./badge.js";
import { onPage } from "./case.js";
import { citizen, codename, harmless } from "./drafts.js";
import { attacks } from "./hostile-attacks.js";
import { NOTICES } from "./panel.js";
import { insists, passes } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("./hostile-attacks.js").Attack} Attack
 */

const editor = pageOf("contenteditable");

/** The page attacks, and everything goes as it would on any other. */
const withstands = (/** @type {Attack} */ attack) => (/** @type {Visit} */ visit) =>
  under(visit, attack, async (panel, _, look) => {
    await visit.hands.painted();
    assert.deepEqual(await panel.look(), look, "the panel looks as it did");
    assert.equal(await panel.isSame(/** @type {any} */ (await visit.panelShown())), true, "the panel is still open");
    await insists(visit, "click", panel, codename(1));
    await visit.hands.frame.evaluate(() => /** @type {any} */ (window).relent?.());
    await passes(visit, "click", harmless(2));
  });

/** The page keeps the panel from the person: nothing lifts the hold, the badge says so, and the draft is not lost. */
const isDenied = (/** @type {Attack} */ attack) => (/** @type {Visit} */ visit) =>
  under(visit, attack, async (panel, at) => {
    const { frame, page } = visit.hands;
    await visit.until(async () => !(await panel.isReady("anyway")), "“Post anyway” acts out of sight");
    if (visit.lab.kind === "chromium") await says(visit, "hidden");
    if (await panel.isDrawn()) await page.mouse.click(at.x, at.y);
    await frame.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".submit")).click());
    await visit.hands.painted();
    assert.deepEqual(visit.run.posts, [], "the site received a draft that should be held");
    await frame.evaluate(() => {
      /** @type {any} */ (window).relent();
      /** @type {HTMLElement} */ (document.querySelector(".submit")).click();
    });
    await insists(visit, "click", panel, codename(1));
    await passes(visit, "click", harmless(2));
  });

/**
 * Writes a draft that is held, with the page attacking at its time.
 *
 * @param {Visit} visit
 * @param {Attack} attack
 * @param {(panel: import("./panel.js").Panel, at: { x: number, y: number }, look: object) => Promise<void>} then With the panel, the
 *   place of the button in it that would lift the hold, and how it looked before.
 */
async function under(visit, { early, late, asked }, then) {
  const { page } = visit.lab;
  const script = early && (await page.evaluateOnNewDocument(early));
  if (script) {
    await page.reload();
    await visit.hands.frame.waitForSelector("html[data-ready]");
  }
  await tellId(visit);
  if (late) await visit.hands.frame.evaluate(late);
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  const at = await panel.placeOf("anyway");
  const look = await panel.look();
  if (asked) await visit.hands.frame.evaluate(asked);
  await then(panel, at, look);
  const loot = await visit.hands.frame.evaluate(() => /** @type {any} */ (window).loot ?? []);
  assert.deepEqual([...new Set(loot)], [], "the page caught something");
  if (script) await page.removeScriptToEvaluateOnNewDocument(script.identifier);
}

/** What a page could find out elsewhere: the extension's id. */
async function tellId(/** @type {Visit} */ { lab, hands }) {
  const [id = "unknown"] = lab.kind === "chromium" ? [...(await lab.browser.extensions()).keys()] : [];
  await hands.frame.evaluate((/** @type {string} */ known) => {
    document.documentElement.dataset.extension = known;
  }, id);
}

/** The page changes the text when the button is pressed, after it was judged and before the click. */
async function changesWhenPressed(/** @type {Visit} */ visit) {
  await visit.write(harmless(1));
  await changeAt(visit, "mousedown", codename(2));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(2)), codename(2));
}

/** The page changes the text between the answer and the post, in the very gesture that is repeated for the person. */
async function changesWhenRepeated(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await changeAt(visit, "mousedown", codename(2));
  await panel.press("anyway");
  const again = await visit.isHeld(codename(2), panel);
  await insists(visit, "click", again, codename(2));
}

/** How often the page finds words in its window, by a search that goes through closed shadow roots too. */
function timesFound(/** @type {Visit} */ { hands }, /** @type {string} */ words) {
  return hands.frame.evaluate((/** @type {string} */ wanted) => {
    getSelection()?.removeAllRanges();
    let times = 0;
    while (times < 9 && /** @type {any} */ (window).find(wanted)) times += 1;
    return times;
  }, words);
}

/** The page asks for the remark that stands beside the composer, and for the copy of the words that is underlined. */
async function asksForRemark(/** @type {Visit} */ visit) {
  const { lab, spec } = visit;
  // Firefox does not look into fields.
  const own = spec.id === "textarea" && lab.kind === "firefox" ? 0 : 1;
  await visit.write(codename(1));
  await visit.notices("remark");
  assert.equal(await timesFound(visit, "Neptunus"), own, "the words stand in the composer and nowhere else");
  assert.equal(await timesFound(visit, NOTICES[lab.language].remark.slice(4, 12)), 0, "the remark is not found");
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
}

/** The page asks for the reason that the person writes in the panel. */
async function asksForReason(/** @type {Visit} */ visit) {
  await visit.write(citizen(1));
  await visit.post("click");
  const panel = await visit.isHeld(citizen(1));
  await panel.giveReason("A number of mine");
  assert.equal(await timesFound(visit, "number of"), 0, "the reason is not found");
  await insists(visit, "click", panel, citizen(1));
}

/** Has the page change the text at an event of its button. */
function changeAt(/** @type {Visit} */ { hands }, /** @type {string} */ type, /** @type {string} */ text) {
  return hands.frame.evaluate(
    (/** @type {string} */ event, /** @type {string} */ draft) => {
      const composer = /** @type {HTMLElement} */ (document.querySelector("[contenteditable]"));
      const change = () => {
        composer.innerText = draft;
      };
      document.querySelector(".submit")?.addEventListener(event, change, { once: true });
    },
    type,
    text,
  );
}

export const hostile = [
  ...attacks.map((attack) => ({
    ...onPage(attack.name, editor, {}, (attack.follows === "denied" ? isDenied : withstands)(attack)),
    skip: attack.skip,
  })),
  onPage("asks for the remark beside the composer", editor, {}, asksForRemark),
  onPage("asks for the remark beside the composer", pageOf("textarea"), {}, asksForRemark),
  onPage("asks for the person's reason", editor, {}, asksForReason),
  onPage("changes the text when pressed", editor, {}, changesWhenPressed),
  onPage("changes the text in the repeated press", editor, {}, changesWhenRepeated),
].map((one) => ({ ...one, part: "hostile" }));
