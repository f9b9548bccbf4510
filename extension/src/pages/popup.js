/** Is this page guarded, how, and how goes it; and the choice to guard this site or not. */
import { addedTo, hostIn, isHost, patternFor } from "../hosts.js";
import { localise, message, part } from "./page.js";

localise();
part("options").addEventListener("click", () => chrome.runtime.openOptionsPage());
show();
chrome.permissions.onAdded.addListener(show);
chrome.permissions.onRemoved.addListener(show);

async function show() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const { protocol, hostname } = new URL(tab?.url ?? "about:blank");
  if (tab?.id === undefined || !/^https?:$/.test(protocol)) return tell("page_impossible", message("page_none"));

  const origins = (await chrome.permissions.getAll()).origins ?? [];
  const added = addedTo(chrome.runtime.getManifest().host_permissions ?? [], origins);
  const isMeant = (/** @type {string} */ origin) => isHost(hostIn(origin), hostname);
  const isGuarded = origins.some(isMeant);
  part("choice").hidden = isGuarded;
  part("leave").hidden = !added.some(isMeant);
  part("guard").onclick = () => chrome.permissions.request({ origins: [patternFor(hostname)] });
  part("leave").onclick = () => chrome.permissions.remove({ origins: added.filter(isMeant) });
  if (!isGuarded) return tell("page_unguarded", message("page_off"), hostname);

  tell("page_guarded", await howGuarded(tab.id), hostname);
  part("state").textContent = await chrome.action.getTitle({ tabId: tab.id });
  part("state").hidden = false;
}

/** The page itself knows by which adapter it is guarded. */
async function howGuarded(/** @type {number} */ tab) {
  try {
    const { site } = await chrome.tabs.sendMessage(tab, { type: "about" }, { frameId: 0 });
    return site.composers.length > 0 ? message("page_adapter", site.name) : message("page_generic");
  } catch {
    return message("page_asleep");
  }
}

/** @param {string} headline @param {string} how @param {string} [hostname] */
function tell(headline, how, hostname) {
  part("headline").textContent = message(headline, hostname);
  part("how").textContent = how;
  part("state").hidden = true;
}
