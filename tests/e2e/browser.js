/** One real browser, driven the same way whichever it is. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

/**
 * @typedef {"chromium" | "firefox"} Kind
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("puppeteer-core").Frame} Frame
 */

/** The browsers of this machine. */
export const EXECUTABLE = {
  chromium: process.env.CHROMIUM ?? "/usr/bin/chromium",
  firefox: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
};

const QUIET = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Where the extension's own pages are in Firefox, which otherwise makes up an address that no protocol tells. */
export const FIREFOX_ROOT = "moz-extension://b6b5a1d0-3c1f-4c1e-9d55-0d0c5b1e2a47";

/**
 * What lets a test go to the extension's own pages in Firefox, and have what it asks for there: the question of the
 * browser itself stands where no protocol reaches.
 */
const preferencesFor = (/** @type {string} */ id) => ({
  "extensions.webextensions.uuids": JSON.stringify({ [id]: new URL(FIREFOX_ROOT).host }),
  "extensions.webextOptionalPermissionPrompts": false,
});

/**
 * Starts a browser.
 *
 * @param {Kind} kind
 * @param {object} how
 * @param {string} [how.extension] Its folder.
 * @param {string} [how.language] The person's.
 * @param {boolean} [how.headless] Whether the browser shows no window.
 * @param {Record<string, unknown>} [how.preferences] Of Firefox.
 * @param {number} [how.letters] The size that the person has chosen for letters, in pixels.
 * @param {string} [how.executable] The browser, where it is not the one of this machine.
 * @param {string} [how.profile] The folder of the person's profile, where it is to outlive the browser.
 */
export async function launch(kind, how = {}) {
  const { extension, language = "en", headless = true, preferences = {}, letters = 16, profile: userDataDir } = how;
  const manifest = extension && JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
  const common = {
    executablePath: how.executable ?? EXECUTABLE[kind],
    headless,
    ...(userDataDir && { userDataDir }),
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
  };
  if (kind === "chromium") {
    return puppeteer.launch({
      ...common,
      pipe: true,
      enableExtensions: extension ? [extension] : false,
      args: [
        ...QUIET,
        ...[`--lang=${language}`, `--accept-lang=${language}`, `--blink-settings=defaultFontSize=${letters}`],
      ],
    });
  }
  const browser = await puppeteer.launch({
    ...common,
    browser: "firefox",
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "intl.accept_languages": language,
      "dom.w3c_touch_events.enabled": 1,
      "font.size.variable.x-western": letters,
      ...(manifest && preferencesFor(manifest.browser_specific_settings.gecko.id)),
      ...preferences,
    },
  });
  if (extension) await browser.installExtension(extension);
  return browser;
}
