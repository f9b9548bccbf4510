/**
 * Exits with 0 when node_modules holds exactly what package-lock.json asks for, by comparing it with npm's own record
 * of what it installed. Optional packages are those of other systems, and may be absent.
 */
import { existsSync, readFileSync } from "node:fs";

const record = "node_modules/.package-lock.json";

/** @param {string} path */
const packagesOf = (path) => JSON.parse(readFileSync(path, "utf8")).packages;

function isCurrent() {
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf("package-lock.json")).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : Boolean(wanted.optional);
  });
}

process.exit(isCurrent() ? 0 : 1);
