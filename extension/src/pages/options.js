/** The options page: a section a module, each shown anew when what it is about, or the language, has changed. */
import { portEngine } from "../content/port.js";
import { showCorrected } from "./options/corrected.js";
import { showJournal } from "./options/journal.js";
import { showPermissions } from "./options/permissions.js";
import { showPolicy } from "./options/policy.js";
import { showSettings } from "./options/settings.js";
import { showSites } from "./options/sites.js";
import { showTrial } from "./options/trial.js";
import { dress } from "./page.js";

const engine = portEngine(chrome.runtime);

chrome.permissions.onAdded.addListener(show);
chrome.permissions.onRemoved.addListener(show);
chrome.storage.onChanged.addListener(show);
await show();
// The sections were empty when the browser looked for the one in the address.
document.querySelector(location.hash || "main")?.scrollIntoView();

async function show() {
  const words = await dress();
  /** @type {import("../background/pages.js").About | null} */
  const about = await engine.ask({ type: "about" }).catch(() => null);
  showPolicy(words, about, engine);
  showTrial(words, engine);
  showSettings(words, about?.managed);
  showPermissions(words);
  await Promise.all([showSites(words, about?.managed), showJournal(words, about), showCorrected(words, engine)]);
}
