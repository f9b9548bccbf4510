/** The content script: the guard, with the engine behind a port, on the site this frame shows. */
import { guard, takeAwayLeft } from "bezint";
import sites from "bezint-sites";
import { hostIn, isHost } from "../hosts.js";
import { isOther, ownSite } from "./in-force.js";
import { IDLE, portEngine } from "./port.js";
import { hostnameOf, siteOf } from "./site.js";
import { succeed } from "./succession.js";

const hostname = hostnameOf(window);

/** What the badge shows for this frame; the background asks again when it was stopped. */
/** @type {{ type: "state", state: import("bezint/types").State, remarks: number }} */
let state = IDLE;

/** What is in force, once the background told it. */
/** @type {import("./in-force.js").InForce | undefined} */
let inForce;
/** Begins guarding anew, by what is in force then. */
let renew = () => {};
/** @type {import("bezint/types").Guard | undefined} */
let current;

const engine = portEngine(chrome.runtime, () => state, heed);

const stop = succeed(start, () => !chrome.runtime?.id, visualViewport ?? window);

/** Tells this frame from the others of its page. */
const frame = crypto.getRandomValues(new Uint32Array(2)).join("-");

if (stop) {
  chrome.runtime.onMessage.addListener(listen);
  chrome.runtime.onConnect.addListener(talk);
  addEventListener("pageshow", ({ persisted }) => persisted && engine.wake());
}

/** Starts guarding at once; software that anyone can run is only known by its page, so that is looked at once it is there. */
function start() {
  takeAwayLeft(shadowRootOf);
  let site = siteOf(hostname, { querySelector: () => null }, sites);
  current = guard({
    ...optionsFor(site),
    engine,
    shadowRootOf,
    onState,
    onDecision: engine.decided,
    onHealth: engine.health,
  });
  const known = new AbortController();
  renew = () => current?.renew(optionsFor(site));

  function recognise() {
    const seen = siteOf(hostname, document, sites);
    if (seen.id === site.id) return;
    site = seen;
    renew();
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", recognise, { once: true, signal: known.signal });
  } else {
    recognise();
  }

  return {
    stop() {
      known.abort();
      current?.stop();
      renew = () => {};
    },
  };
}

/** By what is in force, as far as it is known. */
function optionsFor(/** @type {import("bezint/types").Site} */ site) {
  const { language, theme } = inForce ?? {};
  return { site: ownSite(site, hostname, inForce), language: language ?? undefined, theme: theme ?? undefined };
}

/** From the background: what is in force when the port opens, and again when it changes. */
function heed(/** @type {import("./in-force.js").InForce} */ next) {
  const isNew = isOther(inForce, next);
  inForce = next;
  if (isNew) renew();
}

/** Extensions may look into closed shadow roots; each browser has its own way. */
function shadowRootOf(/** @type {Element} */ element) {
  if ("openOrClosedShadowRoot" in element) return /** @type {any} */ (element).openOrClosedShadowRoot;
  return element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}

function onState(/** @type {import("bezint/types").State} */ next, /** @type {number} */ remarks) {
  if (next === state.state && remarks === state.remarks) return;
  state = { type: "state", state: next, remarks };
  engine.report();
}

/** To the popup, which asks all frames of a page at once: how this one is guarded, and what stands in it. */
function talk(/** @type {chrome.runtime.Port} */ port) {
  const tell = () =>
    port.postMessage({
      frame,
      isTop: window === window.top,
      site: siteOf(hostname, document, sites),
      seen: current?.seen() ?? null,
    });
  port.onMessage.addListener((message) => {
    if (message?.type !== "pause" || message.frame !== frame) return;
    current?.pause();
    tell();
  });
  tell();
}

/** From the background. */
function listen(/** @type {any} */ message) {
  if (message?.type === "report") engine.report();
  if (message?.type === "settings") heed(message.settings);
  if (message?.type !== "guarded") return;
  // A sandboxed frame that cannot tell whose it is stays guarded: to leave it could be to miss a post.
  if (!hostname || message.origins.some((/** @type {string} */ origin) => isHost(hostIn(origin), hostname))) return;
  chrome.runtime.onMessage.removeListener(listen);
  chrome.runtime.onConnect.removeListener(talk);
  stop?.();
}
