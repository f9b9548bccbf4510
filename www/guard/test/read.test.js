import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const { isBlank, read } = await import("../src/composer/read.js");

/** What an editor puts into the page, and what the person wrote. */
const EDITORS = [
  ["one line", "falcon", "falcon"],
  ["a line break", "a<br>b", "a\nb"],
  ["an empty line by breaks", "a<br><br>b", "a\n\nb"],
  ["a filler at the end", "a<br>", "a"],
  ["Chrome's own blocks", "first<div>second</div><div><br></div><div>fourth</div>", "first\nsecond\n\nfourth"],
  ["paragraphs", "<p>a</p><p>b</p>", "a\nb"],
  ["an empty paragraph", "<p>a</p><p><br></p><p>b</p>", "a\n\nb"],
  ["blocks in blocks", "<div><div><div>a</div></div></div><div><div>b</div></div>", "a\nb"],
  ["inline parts", "<p>a <b>b</b><i>c</i></p>", "a bc"],
  ["a list", "<ul><li>a</li><li>b</li></ul><p>c</p>", "a\nb\nc"],
  ["white space between blocks", "<p>a</p>\n  <p>b</p>\n", "a\nb"],
  ["an emoji that is an image", 'a <img alt="🦅"> b', "a 🦅 b"],
  ["an image without a name", "a<img>b", "ab"],
  ["what is no text", "<style>p{}</style><script>1</script>a", "a"],
  ["Slate's place for the caret", "<div><span>\uFEFF<br></span></div><div>b</div>", "\nb"],
  ["Slate's placeholder", "<div><span data-slate-placeholder='true'>Say something</span></div>", ""],
  ["CKEditor's filler", "<p>a</p><p>\u2060\u2060\u2060\u2060\u2060\u2060\u2060b</p>", "a\nb"],
  ["a mention", '<p>hi <span contenteditable="false">@jan</span>!</p>', "hi @jan!"],
];

for (const [name, html, text] of EDITORS) {
  test(`reads ${name}`, () => {
    assert.equal(read(page(`<div contenteditable>${html}</div>`)("div")).text, text);
  });
}

test("keeps white space where the composer keeps it", () => {
  const composer = page('<div contenteditable style="white-space: pre-wrap">a\n  \n<b>b</b></div>')("div");
  assert.equal(read(composer).text, "a\n  \nb");
});

test("reads a field by its value", () => {
  const composer = page("<textarea>a\nb</textarea>")("textarea");
  assert.equal(read(composer).text, "a\nb");
});

test("every span leads back to its words", () => {
  const html = "<p>the <b>fal</b>con</p><p>\uFEFF<br></p><p>\uFEFFflies <i>🦅 high</i></p>";
  const reading = read(page(`<div contenteditable>${html}</div>`)("div"));
  for (const words of ["the", "falcon", "flies", "🦅", "high", "s 🦅 h"]) {
    const start = reading.text.indexOf(words);
    const range = reading.rangeOf({ start, end: start + words.length });
    assert.equal(range?.toString(), words);
  }
});

test("a span over two blocks begins in one and ends in the other", () => {
  const reading = read(page("<div contenteditable><p id=a>one</p><p id=b>two</p></div>")("div"));
  const range = reading.rangeOf({ start: 2, end: 5 });
  assert.equal(range?.startContainer.parentElement?.id, "a");
  assert.equal(range?.endContainer.parentElement?.id, "b");
});

test("a span that ends where a part of the text ends stays in that part", () => {
  const reading = read(page("<div contenteditable><b>fal</b><i>con</i></div>")("div"));
  const range = reading.rangeOf({ start: 0, end: 3 });
  assert.equal(range?.endContainer.parentElement?.localName, "b");
});

test("a span of a name of an image leads to the image", () => {
  const reading = read(page('<div contenteditable>a<img alt="xy">b</div>')("div"));
  const range = reading.rangeOf({ start: 1, end: 3 });
  assert.equal(range?.cloneContents().querySelectorAll("img").length, 1);
});

test("a span whose place is gone leads nowhere", () => {
  const composer = page("<div contenteditable>falcon</div>")("div");
  const reading = read(composer);
  composer.replaceChildren();
  assert.equal(reading.rangeOf({ start: 0, end: 6 }), null);
});

test("an editor that leaves out what is not in view is not read whole", () => {
  const composer = page('<div contenteditable><div>a</div><div class="cm-gap"></div></div>')("div");
  assert.equal(read(composer).whole, false);
});

test("what cannot be seen is nothing", () => {
  assert.ok(isBlank(" \n\u200B\uFEFF\u2060"));
  assert.ok(!isBlank("\u200Ba"));
});
