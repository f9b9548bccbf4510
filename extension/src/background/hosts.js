/**
 * Which hosts are guarded: those of the manifest, and those the person added by granting the permission. The browser
 * keeps the permissions, so they are the record; registrations and open tabs are made to agree with them.
 */

import { addedTo } from "../hosts.js";
import { inTurn } from "../in-turn.js";

/** The id under which the content script is registered for hosts the person added. */
const ADDED = "added";

const next = inTurn();

/** Makes registrations and open tabs agree with the permissions, one such pass after another. */
export const reconcile = () => next(settle);

/**
 * The same, once for each time the extension comes to life. The session's storage is emptied when the extension is
 * installed, updated, reloaded or enabled: then pages that were already open are not guarded any more, or not yet.
 */
export async function reconcileOnce() {
  const { settled } = await chrome.storage.session.get("settled");
  if (settled) return;
  await chrome.storage.session.set({ settled: true });
  await reconcile();
}

async function settle() {
  const shipped = chrome.runtime.getManifest().host_permissions ?? [];
  const { origins = [] } = await chrome.permissions.getAll();
  await register(addedTo(shipped, origins));
  await Promise.all([guardOpenTabs(origins), leaveOtherTabs(origins)]);
}

/** The manifest's own content script, as the `scripting` interface says it: added hosts get the same in the same way. */
const SCRIPT = /** @type {const} */ ({
  js: ["content.js"],
  allFrames: true,
  runAt: "document_start",
  matchOriginAsFallback: true,
});

/** @param {string[]} matches */
async function register(matches) {
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [ADDED] });
  if (registered) await chrome.scripting.unregisterContentScripts({ ids: [ADDED] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([{ ...SCRIPT, id: ADDED, matches, js: [...SCRIPT.js] }]);
}

/** A content script that finds a live one of its own kind in the frame leaves at once, so this can be done freely. */
async function guardOpenTabs(/** @type {string[]} */ origins) {
  const tabs = origins.length === 0 ? [] : await chrome.tabs.query({ url: origins });
  const inject = (/** @type {chrome.tabs.Tab} */ { id: tabId = chrome.tabs.TAB_ID_NONE }) =>
    chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [...SCRIPT.js],
      injectImmediately: true,
    });
  await Promise.allSettled(tabs.map(inject));
}

/** Tells every frame which hosts are guarded; one on another host leaves. Tabs without a content script hear nothing. */
async function leaveOtherTabs(/** @type {string[]} */ origins) {
  const tabs = await chrome.tabs.query({});
  const tell = (/** @type {chrome.tabs.Tab} */ { id = chrome.tabs.TAB_ID_NONE }) =>
    chrome.tabs.sendMessage(id, { type: "guarded", origins });
  await Promise.allSettled(tabs.map(tell));
}
