import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { NAMES } from "../../src/background/managed.js";

const ROOT = new URL("../../../", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), "utf8");

/** The rows of a paper's table: a sentence, and the file and name of the test that proves it. */
const proofsIn = (/** @type {string} */ paper) =>
  [...read(paper).matchAll(/^\| (.+\.) \| `([^`]+)`: (.+) \|$/gm)].map(([, sentence, file = "", name = ""]) => ({
    sentence,
    file,
    name,
  }));

/** Whether a file has a test by that name: one of JavaScript by its sentence, one of Rust by its function. */
const hasTest = (/** @type {string} */ file, /** @type {string} */ name) => {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\btest\\(["\`](?:\\$\\{\\w+\\}: )?${literal}["\`]|#\\[test\\]\\s+fn ${literal}\\(`).test(file);
};

for (const paper of ["docs/works-council.md", "docs/ondernemingsraad.md"]) {
  test(`every sentence of ${paper} has a test that is there`, () => {
    const proofs = proofsIn(paper);
    const rows = read(paper)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    assert.equal(proofs.length, rows.length - 2);
    for (const { sentence, file, name } of proofs) assert.ok(hasTest(read(file), name), `${sentence} ${file}: ${name}`);
  });
}

test("the papers in both languages rest on the same tests", () => {
  const [en, nl] = ["docs/works-council.md", "docs/ondernemingsraad.md"].map((paper) =>
    proofsIn(paper).map(({ file, name }) => `${file}: ${name}`),
  );
  assert.deepEqual(en, nl);
});

test("the page on rolling out explains every setting", () => {
  const explained = [...read("docs/rollout.md").matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(explained.sort(), NAMES);
});

const PAGES = ["README.md", "DESIGN.md", "extension/README.md", "www/guard/README.md"].concat(
  readdirSync(new URL("docs/", ROOT))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
);

for (const page of PAGES) {
  test(`what ${page} points to is there, and what it tells to make can be made`, () => {
    const text = read(page);
    const links = [...text.matchAll(/(?:\]\(|src="|srcset=")([^)"#:]+)(?:#[^)"]*)?[)"]/g)].map(([, path = ""]) => path);
    for (const path of links) assert.ok(existsSync(new URL(path, new URL(page, ROOT))), path);
    const targets = [...text.matchAll(/(?:`|^ *)make ([a-z]+)/gm)].map(([, target]) => target);
    for (const target of targets) assert.match(read("Makefile"), new RegExp(`^${target}:`, "m"));
  });
}
