/**
 * Every site's pages, as data: one for each way to post there that is known. They are written after what is publicly
 * known of each site; no site was copied.
 *
 * @typedef {import("../catalogue.js").Gesture} Gesture
 * @typedef {object} Fixture
 * @property {string} editor The page that mounts it, without its ending.
 * @property {import("bezint/types").Kind | "unknown"} kind
 * @property {import("bezint/types").Audience | "unknown"} audience Who the guard must say can read it; `unknown` counts as public.
 * @property {Gesture[]} gestures What posts: the first is held, the last lets pass.
 * @property {boolean} [narrows] Whether `.audience` turns between an audience narrower than any rule minds, which comes
 *   first, and `audience`.
 * @property {boolean} [labels] Whether the adapter reads words of the page: then both languages are tried.
 * @property {boolean} [again] Whether the person may have to press once more.
 * @property {string} [as] The name that the guard must tell of the account.
 * @property {import("bezint/types").Account} [account] Whose account it must tell.
 * @property {{ rule: string | null, part: import("bezint/types").HealthPart["part"] }} [drifted] What of the adapter does not
 *   fit this page, which is the site as it may be one day.
 * @property {string} [path] The path of the page's address.
 * @property {string} markup HTML; `[[Post|Plaatsen]]` is English and Dutch.
 *
 * @typedef {object} SiteFixtures
 * @property {string | null} site The adapter's id; `null` where only the generic way knows the page.
 * @property {string} name
 * @property {Record<string, Fixture>} pages
 */

import { readdirSync } from "node:fs";

const files = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".js") && file !== "index.js");
/** @type {SiteFixtures[]} */
const fixtures = await Promise.all(files.sort().map(async (file) => (await import(`./${file}`)).default));

/** @type {import("../catalogue.js").Page[]} */
export const sitePages = fixtures.flatMap(({ site, name, pages }) =>
  Object.entries(pages).map(([id, fixture]) => ({
    id: `${site ?? name.toLowerCase()}-${id}`,
    title: name,
    script: fixture.editor,
    gestures: fixture.gestures,
    again: fixture.again,
    data: { site: site ?? "", ...(fixture.path ? { path: fixture.path } : {}) },
    fixture: { ...fixture, site },
  })),
);

/**
 * Markup in one language.
 *
 * @param {string} markup
 * @param {"en" | "nl"} language
 */
export function inLanguage(markup, language) {
  return markup.replace(/\[\[(.*?)\|(.*?)\]\]/gs, (_, en, nl) => (language === "nl" ? nl : en));
}
