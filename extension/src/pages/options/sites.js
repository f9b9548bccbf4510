/** Which sites are guarded: those that ship, those of the company, those of the person. */
import sites from "bezint-sites";
import { keptHealth } from "../../background/health.js";
import { addedTo, hostIn, isHost, patternFor } from "../../hosts.js";
import { button, make, part } from "../page.js";

/** A host as people write it, or a whole address of a page on it. */
const HOST = /^([a-z0-9-]+\.)*[a-z0-9-]+$/;

/**
 * @param {import("../page.js").Words} words
 * @param {import("../../background/pages.js").About["managed"]} [managed]
 */
export async function showSites({ say }, managed) {
  const shipped = chrome.runtime.getManifest().host_permissions ?? [];
  const { origins = [] } = await chrome.permissions.getAll();
  const isLocked = managed?.locked.includes("hosts") ?? false;
  const added = addedTo(shipped, origins);
  const isGuarded = (/** @type {string} */ host) => origins.some((origin) => isHost(hostIn(origin), host));
  const wanted = (managed?.hosts ?? []).filter((host) => !isGuarded(host));

  part("shipped").replaceChildren(...shippedOf(shipped.map(hostIn)));
  part("added").replaceChildren(...added.map(row));
  part("none").hidden = added.length > 0;
  part("adding").hidden = isLocked;
  part("sites-locked").hidden = !isLocked;
  part("drifted").replaceChildren(...(await driftedOf(say)));
  part("wanted").replaceChildren(...(wanted.length > 0 ? [wish()] : []));
  part("adding").onsubmit = (event) => {
    event.preventDefault();
    void add(/** @type {HTMLInputElement} */ (part("host")));
  };

  /** What the company asks for, with the one button that the browser wants a person to press. */
  function wish() {
    const allow = () => ask(wanted);
    return make(
      "div.notice",
      make("h3", say("sites_wanted")),
      make("ul", ...wanted.map((host) => make("li", host))),
      make("p.hint", say("sites_wanted_hint")),
      button(say("sites_allow"), allow, "primary"),
    );
  }

  async function add(/** @type {HTMLInputElement} */ field) {
    const typed = field.value.trim().toLowerCase();
    const host = URL.canParse(typed) ? new URL(typed).hostname : typed;
    if (!HOST.test(host)) {
      field.setAttribute("aria-invalid", "true");
      tell(say("add_host_wrong"));
      return field.focus();
    }
    field.removeAttribute("aria-invalid");
    if (await ask([host])) field.value = "";
  }

  async function ask(/** @type {string[]} */ hosts) {
    const isAllowed = await chrome.permissions.request({ origins: hosts.map(patternFor) });
    tell(say(isAllowed ? "added_host" : "not_added", hosts.join(", ")));
    return isAllowed;
  }

  function row(/** @type {string} */ origin) {
    const host = hostIn(origin);
    if (isLocked || managed?.hosts.includes(host)) return make("li", host);
    const stop = button(say("remove_host", host), async () => {
      await chrome.permissions.remove({ origins: [origin] });
      tell(say("removed_host", host));
      part("sites-heading").focus();
    });
    return make("li", host, stop);
  }
}

/**
 * The hosts of the package by the name of their site; a company's own have none.
 * @param {string[]} hosts
 */
function shippedOf(hosts) {
  const nameOf = (/** @type {string} */ host) =>
    sites.find((site) => site.hosts.some((one) => bare(one) === bare(host)))?.name ?? bare(host);
  const named = Map.groupBy(new Set(hosts.map(bare).sort()), nameOf);
  const order = [...named].sort(([a], [b]) => a.localeCompare(b));
  return order.map(([name, all]) =>
    make("li", make("strong", name), ...(all[0] === name ? [] : [` ${all.join(", ")}`])),
  );
}

/** Without the sign for everything below it. */
const bare = (/** @type {string} */ host) => host.replace(/^\*\./, "");

/**
 * The adapters that no longer fit their sites, with a report to copy; nothing where all fit.
 * @param {import("../page.js").Words["say"]} say
 */
async function driftedOf(say) {
  const reports = (await keptHealth(chrome.storage.session)).filter(({ parts }) => parts.some(({ works }) => !works));
  if (reports.length === 0) return [];
  const report = /** @type {HTMLTextAreaElement} */ (make("textarea"));
  Object.assign(report, { value: JSON.stringify(reports, null, 2), readOnly: true, rows: 8 });
  report.ariaLabel = say("drifted_report");
  const copy = async () => {
    await navigator.clipboard.writeText(report.value);
    tell(say("copied"));
  };
  return [
    make(
      "div.notice",
      make("h3", say("drifted")),
      make("p.hint", say("drifted_hint")),
      report,
      button(say("copy"), copy),
    ),
  ];
}

function tell(/** @type {string} */ sentence) {
  part("sites-told").textContent = sentence;
}
