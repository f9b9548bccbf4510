/** One real browser, driven the same way whichever it is. */

import { access } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

/**
 * @typedef {"chromium" | "firefox"} Kind
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("puppeteer-core").Frame} Frame
 */

const EXECUTABLE = {
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

/**
 * Starts a browser.
 *
 * @param {Kind} kind
 * @param {{ extension?: string, language?: string, headless?: boolean }} how The folder of the extension, the person's
 *   language, and whether the browser shows no window.
 */
export async function launch(kind, { extension, language = "en", headless = true } = {}) {
  if (extension) await access(join(extension, "manifest.json"));
  const common = {
    executablePath: EXECUTABLE[kind],
    headless,
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
  };
  if (kind === "chromium") {
    return puppeteer.launch({
      ...common,
      pipe: true,
      enableExtensions: extension ? [extension] : false,
      args: [...QUIET, `--lang=${language}`, `--accept-lang=${language}`],
    });
  }
  const browser = await puppeteer.launch({
    ...common,
    browser: "firefox",
    extraPrefsFirefox: { "intl.accept_languages": language, "dom.w3c_touch_events.enabled": 1 },
  });
  if (extension) await browser.installExtension(extension);
  return browser;
}
