/** What the extension keeps cannot be kept any more, or is not what it was. */

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageOf } from "../pages/catalogue.js";
import { apart, onPage } from "./case.js";
import { codename, harmless } from "./drafts.js";
import { otherPolicy } from "./managed.js";
import { stopBackground } from "./management.js";
import { comesToSay, openOwn, wordsOf } from "./own.js";
import { corrects, insists } from "./ways.js";

/** @typedef {import("./visit.js").Visit} Visit */

const editor = pageOf("contenteditable");

/** Whatever is kept, by the names it is kept under. */
const KEYS = ["journal", "settings", "leniency", "picked-policy", "last-good-policy"];

/** What nobody would have put there. */
const NONSENSE = [
  null,
  7,
  "nonsense",
  [null, 7, ["day"], { day: "2026-11-24", count: -1 }],
  { salt: 7, words: {}, waved: [], sealed: {}, language: 7, theme: [] },
  { sealed: "bm9uc2Vuc2U=", id: "lab", version: 1e300, words: [7, null], waved: { rule: 7, other: [7, "x"] } },
];

/** All that is kept is nonsense: drafts are held and posted as ever, and every page of ours is there. */
async function isCorrupt(/** @type {Visit} */ visit) {
  const { lab } = visit;
  for (const [place, nonsense] of NONSENSE.entries()) {
    const options = await openOwn(lab, "options");
    await options.evaluate(
      (names, value) => chrome.storage.local.set(Object.fromEntries(names.map((name) => [name, value]))),
      KEYS,
      nonsense,
    );
    await options.close();
    await lab.page.bringToFront();
    await stopBackground(lab);
    const draft = codename(2 * place + 1);
    await visit.write(draft);
    await visit.post("click");
    await insists(visit, "click", await visit.isHeld(draft), draft);
  }
  const options = await openOwn(lab, "options");
  const { say } = wordsOf(lab);
  await comesToSay(options, "#charts > :last-child tbody tr > :nth-child(4)", say("decision_posted"));
  await options.close();
}

/** There is no room for anything: drafts are held and posted as ever, and what could not be kept is said. */
async function isFull(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const { say } = wordsOf(lab);
  const folder = await mkdtemp(join(tmpdir(), "bezint-"));
  const file = join(folder, "acme.bezint");
  await writeFile(file, Buffer.from(await otherPolicy(folder), "base64"));
  const options = await openOwn(lab, "options");
  const left = await options.evaluate(async () => {
    const { local } = chrome.storage;
    let size = Number(local.QUOTA_BYTES);
    for (let count = 0; size > 0; size = Math.floor(size / 2)) {
      await local.set({ [`filler ${count++}`]: "x".repeat(size) }).catch(() => {});
    }
    return local.QUOTA_BYTES - (await local.getBytesInUse(null));
  });
  assert(left < 100, `the storage is full: ${left}`);
  const pick = /** @type {any} */ (await options.$("#pick"));
  await pick.uploadFile(file);
  await comesToSay(options, "#policy-told", say("problem_full"));
  await options.close();
  await lab.page.bringToFront();
  await visit.write(codename(1));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await visit.write(codename(2));
  await visit.post("click");
  await (await visit.isHeld(codename(2))).press("wrong");
  await visit.panelCloses();
  await visit.post("click");
  await visit.arrives(codename(2));
  await stopBackground(lab);
  await visit.write(codename(3));
  await visit.post("click");
  await corrects(visit, "click", await visit.isHeld(codename(3)), harmless(4));
  await rm(folder, { recursive: true });
}

const NO_QUOTA = { firefox: "what an extension may keep is bounded by the disk alone" };

export const storage = [
  apart(onPage("what is kept is nonsense", editor, {}, isCorrupt)),
  apart({ ...onPage("there is no room to keep anything", editor, {}, isFull), skip: NO_QUOTA }),
];
