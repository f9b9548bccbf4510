/** What is tried, as data: pages × gestures × ways, and the situations that need a way of their own. */

import { pages } from "../pages/catalogue.js";
import { badge } from "./badge.js";
import { onPage } from "./case.js";
import { choices } from "./choices.js";
import { company } from "./company.js";
import { faults } from "./faults.js";
import { hostile } from "./hostile.js";
import { looks } from "./looks.js";
import { managed } from "./managed.js";
import { managedFirefox } from "./managed-firefox.js";
import { options } from "./options.js";
import { reach } from "./reach.js";
import { sites } from "./sites.js";
import { situations } from "./situations.js";
import { byKeyboard, everyAction, passIsSpent, unguarded, whole } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("../pages/catalogue.js").Page} Page
 * @typedef {import("../pages/catalogue.js").Gesture} Gesture
 */

/**
 * A way, by every gesture of every page that is wanted.
 *
 * @param {string} name
 * @param {(visit: Visit, gesture: Gesture) => Promise<void>} way
 * @param {readonly Page[]} on
 */
function walk(name, way, on = pages) {
  return on.flatMap((page) => [
    ...page.gestures.map((gesture) => onPage(`${gesture}${name}`, page, {}, (visit) => way(visit, gesture))),
    ...(page.chat ?? []).map((gesture) =>
      onPage(`${gesture} in a chat${name}`, page, { chat: true }, (visit) => way(visit, gesture)),
    ),
  ]);
}

/** Where the finer ways are walked: two composers that need no library, one that redraws itself, and a form. */
const few = pages
  .filter(({ id }) => ["textarea", "contenteditable", "lexical", "form"].includes(id))
  .map((page) => ({ ...page, gestures: page.gestures.filter((gesture) => ["click", "mod+enter"].includes(gesture)) }));

/** Every page and gesture without a guard: one that would not post then could not prove anything. */
export const unguardedCases = walk("", unguarded);

/** Everything with the guard. */
export const guardedCases = [
  ...walk("", whole),
  ...walk(", every action", everyAction, few),
  ...walk(", keyboard alone", byKeyboard, few),
  ...walk(", a pass is spent", passIsSpent, few),
  ...situations,
  ...choices,
  ...faults,
  ...hostile,
  ...badge,
  ...managed,
  managedFirefox,
  ...company,
  ...options,
  ...looks,
  ...reach,
  ...sites,
];
