/** What is in force for a frame: the settings of the person and their company, and which policy. */
import { isHost } from "../hosts.js";

/**
 * @typedef {object} InForce
 * @property {string | null} language
 * @property {"light" | "dark" | null} theme
 * @property {string[]} ownDomains whose pages only the company can read
 * @property {string | null} policy what tells one sealed policy from another; none where it cannot be loaded
 */

/**
 * Whether a guard that began with one is to begin anew with the other. One that began before it was told anything has
 * everything as the browser has it, and the policy it will hear of.
 * @param {InForce | undefined} before
 * @param {InForce} now
 */
export function isOther(before, now) {
  const start = before ?? { language: null, theme: null, ownDomains: [], policy: now.policy };
  return (
    JSON.stringify([start.language, start.theme, start.ownDomains, start.policy]) !==
    JSON.stringify([now.language, now.theme, now.ownDomains, now.policy])
  );
}

/**
 * The site, with its readers where they are known without an adapter: pages of the company's own are read by the company.
 * @param {import("bezint/types").Site} site
 * @param {string} hostname
 * @param {InForce | undefined} inForce
 * @returns {import("bezint/types").Site}
 */
export function ownSite(site, hostname, inForce) {
  const isOwn = inForce?.ownDomains.some((domain) => isHost(domain, hostname) || isHost(`*.${domain}`, hostname));
  return isOwn && !site.audience && site.composers.length === 0 ? { ...site, audience: "company" } : site;
}
