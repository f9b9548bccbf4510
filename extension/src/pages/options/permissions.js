/** What the manifest asks, and why. */
import { make, part } from "../page.js";

/** @param {import("../page.js").Words} words */
export function showPermissions({ say }) {
  const { permissions = [] } = chrome.runtime.getManifest();
  const row = (/** @type {Node | string} */ name, /** @type {string} */ why) => {
    const head = make("th", name);
    head.setAttribute("scope", "row");
    return make("tr", head, make("td", why));
  };
  part("permissions").replaceChildren(
    ...permissions.map((name) => row(make("code", name), say(`permission_${name}`))),
    row(say("permission_hosts_name"), say("permission_hosts")),
  );
}
