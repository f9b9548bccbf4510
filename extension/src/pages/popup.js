/** Is this page guarded, how, and how goes it; and the choice to guard this site or not. */
import { portEngine } from "../content/port.js";
import { addedTo, hostIn, isHost, patternFor } from "../hosts.js";
import { dayOf } from "../journal/entries.js";
import { journal } from "../journal/store.js";
import { dress, make, part } from "./page.js";

/**
 * What a frame of the page tells: by which adapter it is guarded, and what stands in it.
 * @typedef {object} Told
 * @property {string} frame
 * @property {boolean} isTop
 * @property {import("bezint/types").Site} site
 * @property {import("bezint/types").Seen | null} seen
 */

const engine = portEngine(chrome.runtime);
/** To every frame of the page in front. @type {chrome.runtime.Port | undefined} */
let page;
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

  const title = await chrome.action.getTitle({ tabId: tab.id });
  part("state").textContent = title.replace(`${say("name")}: `, "");
  tell("page_guarded", [], hostname);
  part("state").hidden = false;
  ask(tab.id, (told) => {
    showHow(told ? howGuarded(told) : [say("page_asleep")]);
    offerPause(told, about);
  });
}

/** What is in force; nothing where no policy can be loaded. @returns {Promise<import("../background/pages.js").About | null>} */
async function inForce() {
  return engine.ask({ type: "about" }).catch(() => null);
}

/**
 * Asks every frame of a page, and tells what the one says that the person wrote in last; nothing where none answers.
 * @param {number} tab
 * @param {(told: Told | null) => void} tell
 */
function ask(tab, tell) {
  page?.disconnect();
  page = chrome.tabs.connect(tab, { name: "popup" });
  /** @type {Map<string, Told>} */
  const frames = new Map();
  const weight = (/** @type {Told} */ { seen, isTop }) => seen?.at ?? Number(isTop);
  page.onMessage.addListener((told) => {
    frames.set(told.frame, told);
    tell([...frames.values()].sort((a, b) => weight(b) - weight(a))[0] ?? null);
  });
  page.onDisconnect.addListener(() => {
    const { lastError } = chrome.runtime; // Chrome complains where nobody asks for it.
    if (lastError || frames.size === 0) tell(null);
  });
}

/** @param {Told} told */
function howGuarded({ site, seen }) {
  const how = [site.composers.length > 0 ? say("page_adapter", site.name) : say("page_generic")];
  if (!seen) return [...how, say("composer_none")];
  const readers = seen.isAudienceKnown ? say(`audience_${seen.audience}`) : say("audience_unknown");
  return [...how, say("composer_seen"), say("audience_read", readers)];
}

/**
 * Where nothing is ever held for good, a draft can be left alone; not where the policy holds some.
 * @param {Told | null} told
 * @param {import("../background/pages.js").About | null} about
 */
function offerPause(told, about) {
  const isPaused = told?.seen?.isPaused ?? false;
  part("pausing").hidden = !told?.seen?.isWritten || isPaused || !about || about.card.stance === "controlled";
  part("told").textContent = isPaused ? say("paused") : "";
  part("pause").onclick = () => page?.postMessage({ type: "pause", frame: told?.frame });
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
  showHow(how);
  part("state").hidden = true;
  part("pausing").hidden = true;
}

/** @param {string[]} how */
function showHow(how) {
  part("how").replaceChildren(...how.map((line) => make("li", line)));
}
