/** Pages and drafts that are more than usual: many composers, a very long text, an editor that draws all of itself anew. */

import { pageOf } from "../pages/catalogue.js";
import { onPage } from "./case.js";
import { codename, harmless, onOneLine } from "./drafts.js";
import { corrects, insists, passes } from "./ways.js";

/** @typedef {import("./visit.js").Visit} Visit */

/** Five hundred other composers stand on the page, each with something in it. */
async function amongMany(/** @type {Visit} */ visit) {
  await visit.hands.frame.evaluate(() => {
    for (let count = 0; count < 500; count += 1) {
      const article = document.createElement("article");
      article.append(Object.assign(document.createElement("textarea"), { value: "Neptunus in May" }));
      document.body.append(article);
    }
  });
  await visit.write(codename(1));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await passes(visit, "click", harmless(2));
}

/** A megabyte comes from the clipboard: it is held for the words at its end, and arrives letter by letter as it was. */
async function megabyte(/** @type {Visit} */ visit) {
  const draft = `${"Come today. ".repeat(1_000_000 / 12)}${onOneLine(codename(1))}`;
  await visit.hands.copy(draft);
  await visit.paste(draft);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(draft), draft);
  await visit.hands.copy(draft);
  await visit.paste(draft);
  await visit.post("click");
  await corrects(visit, "click", await visit.isHeld(draft), harmless(2));
}

const editor = pageOf("contenteditable");

export const loads = [
  onPage("among five hundred composers", editor, {}, amongMany),
  onPage("1 MB is pasted", editor, {}, megabyte),
  onPage("1 MB is pasted", pageOf("textarea"), {}, megabyte),
];
