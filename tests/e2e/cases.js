/** What is tried, as data: pages × gestures × ways, and the situations that need a way of their own. */

import { pages } from "../pages/catalogue.js";
import { onPage } from "./case.js";
import { situations } from "./situations.js";
import { byKeyboard, everyAction, passIsSpent, unguarded, whole } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("../pages/catalogue.js").Page} Page
 * @typedef {import("../pages/catalogue.js").Gesture} Gesture
 */

/** A way, by every gesture of every page that is wanted. */
function walk(
  /** @type {string} */ name,
  /** @type {(visit: Visit, gesture: Gesture) => Promise<void>} */ way,
  /** @type {(page: Page) => boolean} */ isWanted = () => true,
) {
  return pages.filter(isWanted).flatMap((page) => [
    ...page.gestures.map((gesture) => onPage(`${gesture}${name}`, page, {}, (visit) => way(visit, gesture))),
    ...(page.chat ?? []).map((gesture) =>
      onPage(`${gesture} in a chat${name}`, page, { chat: true }, (visit) => way(visit, gesture)),
    ),
  ]);
}

/** Pages on which the finer ways are walked too: the two that need no library, and one that redraws itself. */
const isPlain = ({ id = "" }) => ["textarea", "contenteditable", "lexical"].includes(id);

export const unguardedCases = walk("", unguarded);

export const guardedCases = [
  ...walk("", whole),
  ...walk(", every action", everyAction, isPlain),
  ...walk(", keyboard alone", byKeyboard, isPlain),
  ...walk(", a pass is spent", passIsSpent, isPlain),
  ...situations,
];
