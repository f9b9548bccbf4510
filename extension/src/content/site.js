/** Which site a frame shows. */
import { isHost } from "../hosts.js";

/**
 * An adapter as it stands in `sites/`. `detect` is a selector that tells its pages on whatever host they are: some
 * sites are software that anyone can run.
 * @typedef {import("bezint/types").Site & { detect?: string }} Adapter
 */

/**
 * The adapter for a host; where there is none, a site that bears the host's name and is guarded the generic way.
 * @param {string} hostname
 * @param {{ querySelector(selector: string): unknown }} page asked only on hosts that no adapter names
 * @param {Adapter[]} adapters
 * @returns {import("bezint/types").Site}
 */
export function siteOf(hostname, page, adapters) {
  return (
    adapters.find(({ hosts }) => hosts.some((host) => isHost(host, hostname))) ??
    adapters.find(({ detect }) => detect && page.querySelector(detect)) ?? {
      id: hostname,
      name: hostname,
      hosts: [hostname],
      composers: [],
    }
  );
}

/**
 * The host a frame belongs to. A frame without an address of its own (`about:blank`, `srcdoc`) belongs to the page
 * that made it; a sandboxed one only knows who is above it.
 * @param {{ location: Location, origin: string }} frame its window
 */
export function hostnameOf({ location, origin }) {
  if (location.hostname) return location.hostname;
  const above = origin === "null" ? location.ancestorOrigins?.[0] : origin;
  return above && above !== "null" ? new URL(above).hostname : "";
}
