/** How long a verdict takes by the way the extension's own pages and content scripts ask for it: over a port. */

const ROUNDS = 101;

/**
 * @param {import("puppeteer-core").Browser} browser Chromium with the extension loaded
 * @param {string} draft
 * @returns {Promise<number>} milliseconds, the median of many
 */
export async function medianVerdict(browser, draft) {
  const background = await browser.waitForTarget((target) => target.type() === "service_worker");
  const page = await browser.newPage();
  try {
    await page.goto(new URL("/popup.html", background.url()).href);
    return await page.evaluate(measure, draft, ROUNDS);
  } finally {
    await page.close();
  }
}

/**
 * Runs in a page of the extension.
 * @param {string} draft
 * @param {number} rounds
 */
async function measure(draft, rounds) {
  const port = chrome.runtime.connect({ name: "guard" });
  /** @type {number[]} */
  const times = [];
  for (let id = 0; id < rounds; id++) {
    const begin = performance.now();
    const answered = new Promise((resolve) => {
      port.onMessage.addListener(function hear(reply) {
        port.onMessage.removeListener(hear);
        resolve(reply);
      });
    });
    port.postMessage({ id, type: "evaluate", draft, context: { audience: "public", site: "demo" } });
    const { error } = await answered;
    if (error) throw new Error(`the engine did not answer: ${error}`);
    times.push(performance.now() - begin);
  }
  port.disconnect();
  times.sort((a, b) => a - b);
  return times[rounds >> 1] ?? Number.NaN;
}
