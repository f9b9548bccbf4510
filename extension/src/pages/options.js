/** The policy in force, the guarded sites, and what Bezint sees and never does. */
import { portEngine } from "../content/port.js";
import { addedTo, hostIn } from "../hosts.js";
import { element, localise, message, part, said } from "./page.js";

localise();
showPolicy();
showSites();
chrome.permissions.onAdded.addListener(showSites);
chrome.permissions.onRemoved.addListener(showSites);

async function showPolicy() {
  try {
    const card = await portEngine(chrome.runtime).card();
    const title = element("p", said(card.title, card.languages), "title");
    title.append(" ", element("span", message("policy_version", String(card.version)), "hint"));
    part("policy").replaceChildren(
      title,
      element("p", message(`stance_${card.stance}`)),
      element("p", message(`on_error_${card.on_error}`)),
      element("p", card.contact ? message("policy_contact", card.contact) : message("policy_no_contact")),
    );
  } catch {
    part("policy").replaceChildren(element("p", message("policy_broken"), "trouble"));
  }
}

async function showSites() {
  const shipped = chrome.runtime.getManifest().host_permissions ?? [];
  const added = addedTo(shipped, (await chrome.permissions.getAll()).origins ?? []);
  const hosts = [...new Set(shipped.map(hostIn))].sort();
  part("shipped").replaceChildren(...hosts.map((host) => element("li", host)));
  part("added").replaceChildren(...added.map(row));
  part("none").hidden = added.length > 0;
}

/** @param {string} origin */
function row(origin) {
  const host = hostIn(origin);
  const item = element("li", host);
  const button = element("button", message("remove_host", host));
  button.addEventListener("click", async () => {
    await chrome.permissions.remove({ origins: [origin] });
    part("told").textContent = message("removed_host", host);
    part("sites-heading").focus();
  });
  item.append(button);
  return item;
}
