/**
 * The extension's background: holds the engine, answers the content scripts, shows the badge. It keeps nothing of a
 * draft beyond the answer to it, and it may be stopped by the browser at any moment: what it needs to know, it asks.
 */
import { journal } from "../journal/store.js";
import { badges } from "./badge.js";
import { engine } from "./engine.js";
import { keepHealth } from "./health.js";
import { reconcile, reconcileOnce } from "./hosts.js";
import { answer, isOurs } from "./protocol.js";

const shown = badges(chrome.action, (key, of) => chrome.i18n.getMessage(key, of), askAgain);
const kept = journal(chrome.storage.local);

chrome.runtime.onConnect.addListener((port) => {
  if (!isOurs(port.sender, chrome.runtime.id)) return port.disconnect();
  const frame = port.sender?.tab?.id === undefined ? null : { tab: port.sender.tab.id, port };
  // What is written in a private window leaves no trace.
  const isPrivate = port.sender?.tab?.incognito ?? true;
  const desk = {
    engine,
    roles: async () => [],
    onState: (/** @type {import("bezint/types").State} */ state, /** @type {number} */ findings) =>
      frame && shown.set(frame, state, findings),
    onDecided: (/** @type {import("bezint/types").Decision[]} */ decisions) => isPrivate || kept.record(decisions),
    onHealth: (/** @type {unknown} */ health) => isPrivate || keepHealth(chrome.storage.session, health),
  };
  port.onMessage.addListener(async (message) => {
    const reply = await answer(message, desk);
    if (reply) send(port, reply);
  });
  port.onDisconnect.addListener(() => frame && shown.drop(frame));
});

chrome.permissions.onAdded.addListener(reconcile);
chrome.permissions.onRemoved.addListener(reconcile);
chrome.runtime.onInstalled.addListener(reconcileOnce);
chrome.runtime.onStartup.addListener(reconcileOnce);
reconcileOnce();

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
