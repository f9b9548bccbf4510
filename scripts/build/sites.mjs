/** What a build is given, as data inside its scripts: the adapters, and what it knows of its company. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { problemsWith } from "./schema.mjs";

/** @typedef {{ id: string, hosts: string[], optional?: boolean, source?: object }} Site */

/**
 * The adapters of a folder, by file name; those of a further folder come first and take the place of their namesakes.
 * @param {string} folder
 * @param {string} [extra]
 * @returns {Promise<Site[]>}
 */
export async function readSites(folder, extra) {
  const own = extra ? await readSites(extra) : [];
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const read = await Promise.all(files.map((file) => readSite(join(folder, file))));
  return [...own, ...read.filter(({ id }) => !own.some((site) => site.id === id))];
}

/** @param {string} file @returns {Promise<Site>} */
async function readSite(file) {
  const site = JSON.parse(await readFile(file, "utf8"));
  const problems = problemsWith(site, file);
  if (problems.length > 0) throw new Error(`An adapter is not as it should be:\n  ${problems.join("\n  ")}`);
  return site;
}

/**
 * The same adapters on further hosts, as for software that a company runs itself.
 * @param {Site[]} sites
 * @param {string[]} at each `id=host`
 */
export function placeAt(sites, at) {
  const places = at.map((place) => place.split("="));
  for (const [id, host] of places) {
    if (!host || !sites.some((site) => site.id === id))
      throw new Error(`There is no site “${id}” to guard at “${host}”.`);
  }
  return sites.map((site) => ({
    ...site,
    hosts: [...site.hosts, ...places.flatMap(([id, host]) => (id === site.id && host ? [host] : []))],
  }));
}

/**
 * What the guard uses of the adapters, and not where it was learnt.
 * @param {Site[]} sites
 */
export const usedOf = (sites) => sites.map(({ source, ...used }) => used);

/**
 * Gives modules that stand for what a build is given their content.
 * @param {Record<string, object>} modules by name
 * @returns {import("esbuild").Plugin}
 */
export function dataPlugin(modules) {
  const filter = new RegExp(`^(${Object.keys(modules).join("|")})$`);
  return {
    name: "data",
    setup(build) {
      build.onResolve({ filter }, ({ path }) => ({ path, namespace: "data" }));
      build.onLoad({ filter: /.*/, namespace: "data" }, ({ path }) => ({
        contents: JSON.stringify(modules[path]),
        loader: "json",
      }));
    },
  };
}
