/** The policy that is kept in this browser: only if the person asks, and until they take that back. */

const KEY = "policy";

/** @returns {string | null} */
export function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing for this page.
    return null;
  }
}

/**
 * Keeps a policy, or with `null` no longer keeps one.
 * @param {string | null} policy
 * @returns {boolean} whether it could
 */
export function keep(policy) {
  try {
    if (policy === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, policy);
    return true;
  } catch {
    return policy === null;
  }
}
