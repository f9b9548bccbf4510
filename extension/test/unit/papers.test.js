import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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

for (const paper of ["docs/works-council.md", "docs/ondernemingsraad.md"]) {
  test(`every sentence of ${paper} has a test that is there`, () => {
    const proofs = proofsIn(paper);
    const rows = read(paper)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    assert.equal(proofs.length, rows.length - 2);
    for (const { sentence, file, name } of proofs) assert.ok(read(file).includes(name), `${sentence} ${file}: ${name}`);
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
