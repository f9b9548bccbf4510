/**
 * The extension's background: holds the engine, answers the content scripts, shows the badge, keeps the journal. It keeps
 * nothing of a draft beyond the answer to it, and it may be stopped by the browser at any moment: what it needs to know,
 * it asks.
 */
import { dayOf } from "../journal/entries.js";
import { journal } from "../journal/store.js";
import { speak } from "../messages/messages.js";
import { settings, settled } from "../settings.js";
import { badges } from "./badge.js";
import { force, reload } from "./engine.js";
import { keepHealth } from "./health.js";
import { reconcile, reconcileOnce } from "./hosts.js";
import { leniency } from "./leniency.js";
import { managedNow } from "./managed.js";
import { pages } from "./pages.js";
import { answer, isOurs, isPage } from "./protocol.js";

const shown = badges(chrome.action, voice, askAgain);
const book = journal(chrome.storage.local);
const own = settings(chrome.storage.local);
const lenience = leniency(chrome.storage.local);
const forPages = pages(tellAll, lenience);

// What is kept is for the extension alone, and a content script lives in the process of a site.
chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }).catch(() => {});

chrome.runtime.onConnect.addListener((port) => {
  const { sender } = port;
  if (!isOurs(sender, chrome.runtime.id)) return port.disconnect();
  const frame = sender?.tab?.id === undefined ? null : { tab: sender.tab.id, port };
  // What is written in a private window leaves no trace.
  const isPrivate = sender?.tab?.incognito ?? true;
  const desk = {
    engine: async () => (await force()).engine,
    onBroken: reload,
    poster: async () => {
      const { roles, own_domains: domains } = (await force()).managed;
      return { roles, domains };
    },
    onState: (/** @type {import("bezint/types").State} */ state, /** @type {number} */ remarks) =>
      frame && shown.set(frame, state, remarks),
    onDecided: (/** @type {import("bezint/types").Decision[]} */ decisions) => isPrivate || remember(decisions),
    onHealth: (/** @type {unknown} */ health) => isPrivate || keepHealth(chrome.storage.session, health),
    ...(isPage(sender, chrome.runtime.getURL("")) ? { pages: forPages } : { lessen }),
    ...(isPrivate ? {} : { correct: lenience.correct }),
  };
  port.onMessage.addListener(async (message) => {
    const reply = await answer(message, desk);
    if (reply) send(port, reply);
  });
  port.onDisconnect.addListener(() => frame && shown.drop(frame));
  if (frame) inForce().then((told) => send(port, told));
});

chrome.permissions.onAdded.addListener(reconcile);
chrome.permissions.onRemoved.addListener(reconcile);
chrome.runtime.onInstalled.addListener(reconcileOnce);
chrome.runtime.onInstalled.addListener(welcome);
chrome.runtime.onStartup.addListener(reconcileOnce);
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "managed") reload();
  if (area === "managed" || (area === "local" && own.isIn(changes))) tellAll();
});
reconcileOnce();

/** What the person has settled is left out of a verdict, but not on our own pages: there, the policy itself is tried. */
function lessen(/** @type {import("bezint/types").Verdict} */ verdict, /** @type {string} */ draft) {
  return lenience.lessen(verdict, draft, dayOf(new Date()));
}

/** Advice that was read and posted over was waved away. */
function remember(/** @type {import("bezint/types").Decision[]} */ decisions) {
  const waved = decisions.filter(({ action, decision }) => action === "advise" && decision === "posted");
  book.record(decisions);
  lenience.wave(
    waved.map(({ rule }) => rule),
    dayOf(new Date()),
  );
}

/** What is in force, as a content script is told it: whatever of it changes, its guard begins anew. */
async function inForce() {
  const [{ managed }, chosen, policy] = await Promise.all([managedNow(), own.read(), seal()]);
  return { type: "settings", settings: { ...settled(chosen, managed), ownDomains: managed.own_domains, policy } };
}

/** What tells one sealed policy from another: its head, which has its checksum. */
async function seal() {
  try {
    return (await force()).sealed.subarray(0, 64).join(" ");
  } catch {
    return null;
  }
}

async function tellAll() {
  const [told, tabs] = await Promise.all([inForce(), chrome.tabs.query({})]);
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && chrome.tabs.sendMessage(id, told)));
}

/** Says a sentence in the person's language. */
async function voice() {
  const [{ managed }, chosen] = await Promise.all([managedNow(), own.read()]);
  const { language } = settled(chosen, managed);
  return speak(language, navigator.language).say;
}

/** Tells what came into the browser, once, and without pushing itself to the front. */
async function welcome(/** @type {chrome.runtime.InstalledDetails} */ { reason }) {
  if (reason === "install") await chrome.tabs.create({ url: chrome.runtime.getURL("welcome.html"), active: false });
}

/** The frames of a tab know their states; a background that was stopped does not. */
function askAgain(/** @type {number} */ tab) {
  chrome.tabs.sendMessage(tab, { type: "report" }).catch(() => {});
}

/** The frame may have gone while its draft was judged: then nobody waits for the answer. */
function send(/** @type {chrome.runtime.Port} */ port, /** @type {object} */ reply) {
  try {
    port.postMessage(reply);
  } catch {
    port.disconnect();
  }
}
