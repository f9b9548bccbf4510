/**
 * Builds the npm package for a page of one's own: the guard as one file that needs no bundler, the engine, and the types of
 * both. `npm pack` of the folder makes what `npm install` takes.
 */
import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

const ROOT = "www/guard";
const ENGINE = "target/wasm/bezint";

/** What can be imported: a name, the file that is run, and the one with its types. */
const EXPORTS = {
  ".": { types: "./types/guard.d.ts", default: "./guard.js" },
  "./engine": { types: "./engine/bezint.d.ts", default: "./engine/bezint.js" },
  "./engine.wasm": "./engine/bezint_bg.wasm",
  "./types": { types: "./types/types.d.ts" },
};

/** What the engine's types name beyond the languages that most projects have asked TypeScript for. */
const LIBRARY = '/// <reference lib="esnext.disposable" />\n';

/** @param {{ out: string }} build where to */
export async function buildPackage({ out }) {
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, "engine"), { recursive: true });
  const { name, version, description, license } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const told = { name, version, description, license, type: "module", sideEffects: false, exports: EXPORTS };
  const engineTypes = await readFile(join(ENGINE, "bezint.d.ts"), "utf8");
  await Promise.all([
    bundle({ entry: join(ROOT, "src/guard.js"), outfile: join(out, "guard.js") }),
    typesInto(join(out, "types")),
    ...["bezint.js", "bezint_bg.wasm"].map((file) => cp(join(ENGINE, file), join(out, "engine", file))),
    writeFile(join(out, "engine/bezint.d.ts"), LIBRARY + engineTypes),
    ...["LICENSE-APACHE", "LICENSE-MIT"].map((file) => cp(file, join(out, file))),
    cp(join(ROOT, "README.md"), join(out, "README.md")),
    writeFile(join(out, "package.json"), `${JSON.stringify(told, null, 2)}\n`),
  ]);
}

/** The types that the comments of the guard tell, as TypeScript writes them. */
async function typesInto(/** @type {string} */ folder) {
  const how = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false", "--types", "", "--outDir", folder];
  const project = ["--ignoreConfig", "--allowJs", "--resolveJsonModule", "--strict", "--skipLibCheck"];
  const language = ["--target", "es2024", "--module", "nodenext", "--lib", "es2024,dom,dom.iterable"];
  const tsc = spawn("npx", ["tsc", ...project, ...language, ...how, join(ROOT, "src/guard.js")], { stdio: "inherit" });
  const code = await new Promise((resolve, reject) => tsc.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error("the types of the guard could not be written");
}
