/** The toolbar badge: one per tab, the gravest of what its frames say. */

/** @typedef {import("bezint/types").State} State */
/** @typedef {{ tab: number }} Frame an object that is the same for the same frame */

/** From harmless to grave. */
const GRAVITY = { idle: 0, guarding: 1, drifted: 2, unreadable: 3, unanswered: 4, hidden: 5 };

/** Never colour alone: each has its sign too. */
const LOOKS = {
  idle: { sign: "", colour: "#5b6470" },
  guarding: { sign: "✓", colour: "#1f7a4d" },
  found: { sign: "", colour: "#b25e00" },
  drifted: { sign: "~", colour: "#8a6d00" },
  unreadable: { sign: "?", colour: "#6b3fa0" },
  unanswered: { sign: "!", colour: "#b3261e" },
  hidden: { sign: "■", colour: "#7a1f3d" },
};

/**
 * What a tab shows, given what its frames say.
 * @param {Iterable<{ state: State, remarks: number }>} frames
 */
export function gravest(frames) {
  /** @type {{ state: State, remarks: number }} */
  const worst = { state: "idle", remarks: 0 };
  for (const { state, remarks } of frames) {
    if (GRAVITY[state] > GRAVITY[worst.state]) worst.state = state;
    worst.remarks += remarks;
  }
  return worst;
}

/**
 * @param {Pick<typeof chrome.action, "setBadgeText" | "setBadgeBackgroundColor" | "setTitle">} action
 * @param {() => Promise<(key: string, of?: string) => string>} voice says a sentence in the person's language
 * @param {(tab: number) => void} askAgain asks every frame of a tab this background knows nothing of for its state
 */
export function badges(action, voice, askAgain) {
  /** @type {Map<number, Map<Frame, { state: State, remarks: number }>>} */
  const tabs = new Map();

  async function show(/** @type {number} */ tabId) {
    const say = await voice();
    const { state, remarks } = gravest(tabs.get(tabId)?.values() ?? []);
    const found = state === "guarding" && remarks > 0;
    const { sign, colour } = LOOKS[found ? "found" : state];
    const title = found ? say("badge_found", String(remarks)) : say(`badge_${state}`);
    await Promise.all([
      action.setBadgeText({ tabId, text: found ? String(remarks) : sign }),
      action.setBadgeBackgroundColor({ tabId, color: colour }),
      action.setTitle({ tabId, title: `${say("name")}: ${title}` }),
    ]);
  }

  /** A tab that closed meanwhile has no badge. */
  const refresh = (/** @type {number} */ tab) => show(tab).catch(() => {});

  return {
    /** @param {Frame} frame @param {State} state @param {number} remarks */
    set(frame, state, remarks) {
      const known = tabs.get(frame.tab);
      const frames = known ?? new Map();
      tabs.set(frame.tab, frames.set(frame, { state, remarks }));
      if (!known) askAgain(frame.tab);
      return refresh(frame.tab);
    },
    /** @param {Frame} frame */
    drop(frame) {
      const frames = tabs.get(frame.tab);
      if (!frames?.delete(frame)) return undefined;
      if (frames.size === 0) tabs.delete(frame.tab);
      return refresh(frame.tab);
    },
  };
}
