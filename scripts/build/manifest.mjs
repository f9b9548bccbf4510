/** The manifest of each browser: what they share, what is theirs, and the hosts, which are data. */
import { readFile } from "node:fs/promises";

const FOLDER = "extension/manifest";

/**
 * @param {string} browser
 * @param {{ version: string, sites: import("./sites.mjs").Site[], hosts: string[], name?: string }} build
 *   where there is a name, it takes the place of Bezint's own in lists of extensions
 */
export async function manifestFor(browser, { version, sites, hosts, name }) {
  const base = await read("base");
  const own = await read(browser);
  const matches = [...new Set([...sites.filter(({ optional }) => !optional).flatMap(patterns), ...hosts])].sort();
  return {
    ...base,
    ...own,
    ...(name ? { name } : {}),
    version,
    host_permissions: matches,
    content_scripts: [
      {
        matches,
        js: ["content.js"],
        run_at: "document_start",
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
  };
}

/** Sites are met over https only. @param {{ hosts: string[] }} site */
const patterns = ({ hosts }) => hosts.map((host) => `https://${host}/*`);

/** @param {string} name */
const read = async (name) => JSON.parse(await readFile(`${FOLDER}/${name}.json`, "utf8"));
