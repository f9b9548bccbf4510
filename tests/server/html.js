/** The documents of the pages: small, and the same whether served, written, or put into a frame. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { inLanguage } from "../pages/sites/index.js";

/** @typedef {import("../pages/catalogue.js").Page} Page */

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Runs in the page's head, before any element: takes every press of the post button on window, and keeps it. */
const FIRST = `for (const type of ["click", "keydown"]) {
  addEventListener(type, (event) => {
    const pressed = event.composedPath()[0].closest?.(".submit");
    if (!pressed || (type === "keydown" && event.key !== "Enter")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    window.sendNow();
  }, true);
}`;

/** The document that holds the composer. */
function composerDocument(
  /** @type {Page} */ page,
  /** @type {{ run: string, posted: number, chat: boolean, language: "en" | "nl", bundles: string, nonce: string }} */ how,
) {
  const data = { ...page.data, ...(how.chat ? { chat: "" } : {}) };
  const attributes = Object.entries(data).map(([key, value]) => ` data-${key}="${escaped(value)}"`);
  const sheets = ["kit/page.css", `${page.script}.css`]
    .filter((sheet) => existsSync(join(how.bundles, sheet)))
    .map((sheet) => `<link rel="stylesheet" nonce="${how.nonce}" href="/bundles/${sheet}">`);
  const content = page.fixture ? inLanguage(page.fixture.markup, how.language) : "";
  return `<!doctype html>
<html lang="${how.language}" data-posted="${how.posted}">
<head><meta charset="utf-8"><title>${escaped(page.title)}</title><meta name="run" content="${how.run}">
${page.first ? `<script nonce="${how.nonce}">${FIRST}</script>` : ""}${sheets.join("")}
<script type="module" nonce="${how.nonce}" src="/bundles/${page.script}.js"></script></head>
<body${attributes.join("")}><header><h1>${escaped(page.title)}</h1></header><main>${content}</main></body>
</html>`;
}

/** What is around it, by the kind of frame. */
const AROUND = {
  srcdoc: (/** @type {string} */ inner) => `<iframe width="800" height="400" srcdoc="${escaped(inner)}"></iframe>`,
  sandbox: (/** @type {string} */ inner) =>
    `<iframe width="800" height="400" sandbox="allow-scripts allow-forms" srcdoc="${escaped(inner)}"></iframe>`,
  written: (/** @type {string} */ inner, /** @type {string} */ nonce) =>
    `<script nonce="${nonce}">document.open(); document.write(${literal(inner)}); document.close();</script>`,
  rewritten: (/** @type {string} */ inner, /** @type {string} */ nonce) =>
    `<script nonce="${nonce}">addEventListener("load", () => setTimeout(() => {
      document.open(); document.write(${literal(inner)}); document.close(); }))</script>`,
  blank: (/** @type {string} */ inner, /** @type {string} */ nonce) =>
    `<iframe width="800" height="400"></iframe><script nonce="${nonce}">{
      const written = document.querySelector("iframe").contentDocument;
      written.open(); written.write(${literal(inner)}); written.close(); }</script>`,
};

const literal = (/** @type {string} */ text) => JSON.stringify(text).replaceAll("</", "<\\/");

/**
 * A page as the server sends it.
 *
 * @param {Page} page
 * @param {Parameters<typeof composerDocument>[1]} how
 */
export function documentOf(page, how) {
  const inner = composerDocument(page, how);
  if (page.frame === undefined) return inner;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(page.title)}</title></head>
<body><h1>${escaped(page.title)}</h1><p>Above the composer.</p>${AROUND[page.frame](inner, how.nonce)}</body></html>`;
}

/**
 * The content security policy of a page: enforced where it is strict, and elsewhere only reporting.
 *
 * @param {Page} page
 * @param {string} nonce
 * @param {string} run
 * @returns {[header: string, policy: string]}
 */
export function policyOf(page, nonce, run) {
  const strict = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; img-src 'self'`;
  const loose = `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'`;
  return page.strict
    ? ["Content-Security-Policy", `${strict}; require-trusted-types-for 'script'; report-uri /reports/${run}`]
    : [
        "Content-Security-Policy-Report-Only",
        `${loose}; img-src * data:; font-src * data:; connect-src 'self'; form-action 'self'; frame-src 'self'; report-uri /reports/${run}`,
      ];
}
