/** The adapters that go into a build, as data inside the content script. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The adapters of a folder, by file name; those of a further folder come first and take the place of their namesakes.
 * @param {string} folder
 * @param {string} [extra]
 * @returns {Promise<{ id: string, hosts: string[] }[]>}
 */
export async function readSites(folder, extra) {
  const own = extra ? await readSites(extra) : [];
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const shipped = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), "utf8"))));
  return [...own, ...shipped.filter(({ id }) => !own.some((site) => site.id === id))];
}

/**
 * Gives the module `bezint-sites` its content.
 * @param {object[]} sites
 * @returns {import("esbuild").Plugin}
 */
export function sitesPlugin(sites) {
  return {
    name: "sites",
    setup(build) {
      build.onResolve({ filter: /^bezint-sites$/ }, ({ path }) => ({ path, namespace: "sites" }));
      build.onLoad({ filter: /.*/, namespace: "sites" }, () => ({ contents: JSON.stringify(sites), loader: "json" }));
    },
  };
}
