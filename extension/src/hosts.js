/** Hosts as the manifest writes them: `x.com`, or `*.reddit.com` for a domain with all below it, or `*` for all. */

/**
 * Whether a host's name is meant by such a host.
 * @param {string} host @param {string} hostname
 */
export function isHost(host, hostname) {
  if (host === "*") return true;
  if (!host.startsWith("*.")) return host === hostname;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}

/**
 * The host in a match pattern such as `https://*.reddit.com/*`.
 * @param {string} pattern
 */
export function hostIn(pattern) {
  return pattern.replace(/^[^:]+:\/\//, "").replace(/[:/].*$/, "");
}

/**
 * The match pattern for a host a person adds.
 * @param {string} hostname
 */
export function patternFor(hostname) {
  return `*://${hostname}/*`;
}

/**
 * The origins the person granted on top of the manifest's, as match patterns.
 * @param {string[]} granted @param {string[]} shipped
 */
export function addedTo(shipped, granted) {
  return granted.filter((origin) => !shipped.includes(origin)).sort();
}
