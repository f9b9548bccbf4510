/**
 * What a browser and its owner can do to the extension: stop its background, switch it off and on, let it into private windows.
 * Chromium does it by its protocol and its page of extensions, Firefox by its own scripts.
 */

import assert from "node:assert/strict";
import { backgroundOf, inBackground } from "./badge.js";

/** @typedef {import("./visit.js").Lab} Lab */

/** Stops the background, which is there or about to be, and waits until it is gone. */
export async function stopBackground(/** @type {Lab} */ lab) {
  if (lab.kind === "firefox") {
    await inFirefox(lab, "extension.terminateBackground({ ignoreDevToolsAttached: true })");
    return;
  }
  const { browser, page } = lab;
  const target = await browser.waitForTarget((one) => one.type() === "service_worker");
  const gone = new Promise((resolve) => {
    browser.on("targetdestroyed", function listen(destroyed) {
      if (destroyed !== target) return;
      browser.off("targetdestroyed", listen);
      resolve(undefined);
    });
  });
  // A worker that a test has spoken to is not stopped before that has ended.
  await (await target.worker())?.client.detach();
  const session = await page.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await gone;
  await session.detach();
}

/**
 * From here on, on a page that is loaded anew, the background judges drafts and keeps the verdicts to itself.
 *
 * @param {import("./visit.js").Visit} visit
 * @param {"first" | "every"} which
 */
export async function keepVerdicts(visit, which) {
  const keep = (/** @type {boolean} */ isEvery) => {
    const { promise, resolve } = Promise.withResolvers();
    Object.assign(globalThis, { judged: promise });
    let keeps = true;
    chrome.runtime.onConnect.addListener((port) => {
      const { postMessage } = port;
      port.postMessage = (reply) => {
        if (!keeps || !reply.verdict) return postMessage.call(port, reply);
        keeps = isEvery;
        resolve(undefined);
      };
    });
  };
  const worker = await backgroundOf(visit.lab);
  await worker.evaluate(keep, which === "every");
  await visit.lab.page.reload();
  await visit.hands.frame.waitForSelector("html[data-ready]");
}

/** Resolves when it has. */
export function isVerdictKept(/** @type {import("./visit.js").Visit} */ visit) {
  return inBackground(visit, () => /** @type {any} */ (globalThis).judged);
}

/** Switches the extension off or on again. */
export async function setEnabled(/** @type {Lab} */ lab, /** @type {boolean} */ isEnabled) {
  if (lab.kind === "firefox") await inFirefox(lab, `addon.${isEnabled ? "enable" : "disable"}()`);
  else {
    await onExtensionsPage(
      lab,
      (id, is) => /** @type {any} */ (chrome).management.setEnabled(id, is),
      await idOf(lab),
      isEnabled,
    );
  }
}

/** Lets the extension into private windows, which it is not at first. */
export async function allowPrivate(/** @type {Lab} */ lab) {
  if (lab.kind === "firefox") {
    const permission = `{ permissions: ["internal:privateBrowsingAllowed"], origins: [] }`;
    await inFirefox(
      lab,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        await ExtensionPermissions.add(addon.id, ${permission});
        await addon.disable();
        await addon.enable();
      })()`,
    );
    return;
  }
  await onExtensionsPage(
    lab,
    async (extensionId, incognitoAccess) => {
      const { developerPrivate, management } = /** @type {any} */ (chrome);
      const isLoaded = new Promise((resolve) => {
        developerPrivate.onItemStateChanged.addListener(
          (/** @type {any} */ { event_type: what }) => what === "INSTALLED" && resolve(undefined),
        );
      });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess });
      await isLoaded;
      // An extension from a folder does not come back by itself from being loaded anew.
      for (const is of [false, true]) await management.setEnabled(extensionId, is);
    },
    await idOf(lab),
    true,
  );
}

/** Does what brings a new script of the extension into an open page, and waits until it guards there. */
export async function succeeded(
  /** @type {import("./visit.js").Visit} */ { hands },
  /** @type {() => Promise<unknown>} */ act,
) {
  await hands.frame.evaluate((call) => {
    visualViewport?.addEventListener(call, () => document.documentElement.setAttribute("data-taken-over", ""));
  }, "successor");
  await act();
  await hands.frame.waitForSelector("html[data-taken-over]");
}

/** The extension's id, also while it is switched off. */
async function idOf(/** @type {Lab} */ { browser }) {
  const [id] = [...(await browser.extensions()).keys()];
  assert(id, "the extension is there to begin with");
  return id;
}

/**
 * Does something on Chromium's page of extensions, with what such a page may do, and leaves the visit's page in front.
 *
 * @param {Lab} lab
 * @param {(id: string, value: boolean) => Promise<void>} act
 * @param {string} id
 * @param {boolean} value
 */
async function onExtensionsPage({ browser, page }, act, id, value) {
  const extensions = await browser.newPage();
  await extensions.goto("chrome://extensions");
  await extensions.evaluate(act, id, value);
  await extensions.close();
  await page.bringToFront();
}

/** Runs an expression among Firefox's own scripts, with `extension` and `addon`. */
async function inFirefox(/** @type {Lab} */ { browser }, /** @type {string} */ expression) {
  const { connection } = /** @type {any} */ (browser);
  const { result: tree } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const { result } = await connection.send("script.evaluate", {
    expression: `(async () => {
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const addon = (await AddonManager.getAddonsByTypes(["extension"])).find((one) => one.temporarilyInstalled);
      const { extension } = WebExtensionPolicy.getByID(addon.id) ?? {};
      await ${expression};
    })()`,
    target: { context: tree.contexts[0].context },
    awaitPromise: true,
  });
  assert.equal(result.type, "success", JSON.stringify(result));
}
