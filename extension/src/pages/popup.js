/** Is this page guarded, how, and how goes it; and the choice to guard this site or not. */
import { portEngine } from "../content/port.js";
import { addedTo, hostIn, isHost, patternFor } from "../hosts.js";
import { dayOf } from "../journal/entries.js";
import { journal } from "../journal/store.js";
import { dress, make, part } from "./page.js";

const engine = portEngine(chrome.runtime);
const words = await dress();
const { say } = words;

part("options").addEventListener("click", () => chrome.runtime.openOptionsPage());
part("journal").addEventListener("click", () =>
  chrome.tabs.create({ url: chrome.runtime.getURL("options.html#journal") }),
);
chrome.permissions.onAdded.addListener(show);
chrome.permissions.onRemoved.addListener(show);
await Promise.all([show(), countToday()]);

async function show() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const { protocol, hostname } = new URL(tab?.url ?? "about:blank");
  if (tab?.id === undefined || !/^https?:$/.test(protocol)) return tell("page_impossible", [say("page_none")]);

  const [about, { origins = [] }] = await Promise.all([inForce(), chrome.permissions.getAll()]);
  const added = addedTo(chrome.runtime.getManifest().host_permissions ?? [], origins);
  const isMeant = (/** @type {string} */ origin) => isHost(hostIn(origin), hostname);
  const isGuarded = origins.some(isMeant);
  const mayChoose = !about?.managed.locked.includes("hosts");
  part("choice").hidden = isGuarded || !mayChoose;
  part("leave").hidden = !added.some(isMeant) || !mayChoose;
  part("guard").onclick = () => chrome.permissions.request({ origins: [patternFor(hostname)] });
  part("leave").onclick = () => chrome.permissions.remove({ origins: added.filter(isMeant) });
  if (!isGuarded) return tell("page_unguarded", [say("page_off")], hostname);

  const seen = await ofPage(tab.id);
  tell("page_guarded", seen ? howGuarded(seen) : [say("page_asleep")], hostname);
  part("state").textContent = await chrome.action.getTitle({ tabId: tab.id });
  part("state").hidden = false;
  offerPause(tab.id, seen, about);
}

/** What is in force; nothing where no policy can be loaded. @returns {Promise<import("../background/pages.js").About | null>} */
async function inForce() {
  return engine.ask({ type: "about" }).catch(() => null);
}

/**
 * The page itself knows by which adapter it is guarded, and what stands in it.
 * @param {number} tab
 * @returns {Promise<{ site: import("bezint/types").Site, seen: import("bezint/types").Seen | null } | null>}
 */
async function ofPage(tab) {
  return chrome.tabs.sendMessage(tab, { type: "about" }, { frameId: 0 }).catch(() => null);
}

/** @param {NonNullable<Awaited<ReturnType<typeof ofPage>>>} page */
function howGuarded({ site, seen }) {
  const how = [site.composers.length > 0 ? say("page_adapter", site.name) : say("page_generic")];
  if (!seen) return [...how, say("composer_none")];
  const readers = seen.isAudienceKnown ? say(`audience_${seen.audience}`) : say("audience_unknown");
  return [...how, say("composer_seen"), say("audience_read", readers)];
}

/**
 * Where nothing is ever held for good, a draft can be left alone; not where the policy holds some.
 * @param {number} tab
 * @param {Awaited<ReturnType<typeof ofPage>>} page
 * @param {import("../background/pages.js").About | null} about
 */
function offerPause(tab, page, about) {
  const isPaused = page?.seen?.isPaused ?? false;
  part("pausing").hidden = !page?.seen?.isWritten || isPaused || !about || about.card.stance === "controlled";
  part("told").textContent = isPaused ? say("paused") : "";
  part("pause").onclick = async () => {
    await chrome.tabs.sendMessage(tab, { type: "pause" }, { frameId: 0 });
    await show();
  };
}

async function countToday() {
  const today = dayOf(new Date());
  const entries = await journal(chrome.storage.local).read();
  const count = entries.filter(({ day }) => day === today).reduce((total, one) => total + one.count, 0);
  part("today").textContent = count > 0 ? say("today", String(count)) : say("today_none");
}

/** @param {string} headline @param {string[]} how @param {string} [hostname] */
function tell(headline, how, hostname = "") {
  part("headline").textContent = say(headline, hostname);
  part("how").replaceChildren(...how.map((line) => make("li", line)));
  part("state").hidden = true;
  part("pausing").hidden = true;
}
