/**
 * The npm package as a newcomer meets it: packed, installed in a project that knows nothing of this one, and started by the
 * very lines of its README, with and without a bundler. Run it after a build.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { seal } from "../../scripts/build/seal.mjs";
import { serve } from "../../scripts/serve.mjs";
import { launch } from "../e2e/browser.js";
import { Panel } from "../e2e/panel.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const README = await readFile(join(ROOT, "www/guard/README.md"), "utf8");

/** The first block of README in a language that starts the guard. */
function snippet(/** @type {string} */ language) {
  const blocks = [...README.matchAll(/^ *```(\w+)\n(.*?)^ *```$/gms)];
  const found = blocks.find(([, name, code]) => name === language && code?.includes("directEngine("));
  assert(found?.[2], `README has a block of ${language}`);
  return found[2];
}

const LINES = snippet("html");

const pageWith = (/** @type {string} */ script) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Intranet</title>${script}</head>
<body><main><form><label>News <textarea></textarea></label> <button>Post</button></form></main><script>
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  document.title = document.querySelector("textarea").value;
});
</script></body></html>`;

describe("the npm package in a project of its own", () => {
  /** @type {string} */
  let project;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  /** @type {import("puppeteer-core").Browser} */
  let browser;

  const command = (/** @type {string} */ name, /** @type {string[]} */ given) =>
    execFileSync(name, given, { cwd: project, encoding: "utf8" });
  const tool = (/** @type {string} */ name) => join(ROOT, "node_modules/.bin", name);

  before(async () => {
    project = await mkdtemp(join(tmpdir(), "bezint-"));
    await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }');
    const [{ filename }] = JSON.parse(command("npm", ["pack", "--json", join(ROOT, "target/package")]));
    command("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`]);

    const served = join(project, "public/bezint");
    await cp(join(project, "node_modules/bezint"), served, { recursive: true });
    await cp(join(served, "engine/bezint_bg.wasm"), join(served, "engine.wasm"));
    await seal(join(ROOT, "crates/bezint-packs/policies/starter.toml"), join(served, "policy.sealed"));
    server = await serve(join(project, "public"), 0);
    browser = await launch("chromium");
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await rm(project, { recursive: true });
  });

  /** A password is held and a harmless text arrives, as the form had them. */
  async function guards(/** @type {string} */ name) {
    const page = await browser.newPage();
    /** @type {unknown[]} */
    const wrong = [];
    page.on("pageerror", (why) => wrong.push(why));
    await page.goto(`${server.address}/${name}`, { waitUntil: "networkidle0" });
    await page.type("textarea", "The password is Welcome01!");
    await page.click("button");
    await page.waitForFunction(() => document.querySelector("html > div"));
    const panel = await Panel.shown(page, "en");
    assert(panel, "the post is held");
    assert.equal(await page.title(), "Intranet");
    await panel.press("change");
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type("We won a prize!");
    await page.click("button");
    await page.waitForFunction(() => document.title === "We won a prize!");
    assert.deepEqual(wrong, []);
    await page.close();
  }

  test("the lines of README take no more than ten, and guard a form", async () => {
    assert(LINES.trim().split("\n").length <= 10);
    await writeFile(join(project, "public/plain.html"), pageWith(LINES));
    await guards("plain.html");
  });

  test("those for a bundler pass its types, strictly, and guard a form", async () => {
    await writeFile(join(project, "main.ts"), snippet("js"));
    const strict = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
    for (const module of ["nodenext", "preserve"]) command(tool("tsc"), [...strict, "--module", module, "main.ts"]);
    command(tool("esbuild"), ["main.ts", "--bundle", "--format=esm", "--outfile=public/main.js"]);
    await writeFile(join(project, "public/bundled.html"), pageWith('<script type="module" src="/main.js"></script>'));
    await guards("bundled.html");
  });

  test("types are told: what is not meant is refused", async () => {
    await writeFile(
      join(project, "wrong.ts"),
      'import { guard } from "bezint";\ndeclare const engine: import("bezint/types").Engine;\nguard({ engine, theme: "pink" });\n',
    );
    const check = () =>
      command(tool("tsc"), ["--strict", "--noEmit", "--module", "nodenext", "--types", "", "wrong.ts"]);
    assert.throws(
      check,
      /** @param {any} why */ ({ stdout }) => /^wrong.ts\S+ error TS2322: Type '"pink"'/.test(stdout),
    );
  });
});
