/** An editor that keeps its own text, and draws all of it anew at every key: no node that was read lives to the next. */

import { element, page } from "../kit/composer.js";

/** Where a place in the drawn text is, in UTF-16 units of the text. */
function offsetOf(/** @type {HTMLElement} */ host, /** @type {Node} */ node, /** @type {number} */ offset) {
  const before = document.createRange();
  before.setStart(host, 0);
  before.setEnd(node, offset);
  const drawn = before.cloneContents();
  return (drawn.textContent ?? "").length + Math.max(0, drawn.querySelectorAll("p").length - 1);
}

/** A line: a word a piece, as editors do that mark words. */
function lineOf(/** @type {string} */ line) {
  const pieces = line.split(/(?<= )/).map((word) => element("span", {}, word));
  return element("p", {}, ...(line ? pieces : [element("br")]));
}

function redrawn(/** @type {HTMLElement} */ host) {
  const made = element("div", { contenteditable: "", role: "textbox", "aria-multiline": "true", "aria-label": "Post" });
  host.append(made);
  let text = "";

  function draw(/** @type {number} */ caret) {
    made.replaceChildren(...text.split("\n").map(lineOf));
    const walker = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
    const ahead = text.slice(0, caret);
    let left = ahead.slice(ahead.lastIndexOf("\n") + 1).length;
    const line = made.children[ahead.split("\n").length - 1] ?? made;
    walker.currentNode = line;
    for (let node = walker.nextNode(); node && line.contains(node); node = walker.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      if (left <= length) return getSelection()?.collapse(node, left);
      left -= length;
    }
    return getSelection()?.collapse(line, 0);
  }

  made.addEventListener("beforeinput", (event) => {
    event.preventDefault();
    const range = getSelection()?.getRangeAt(0);
    if (!range) return;
    const [start, end] = [
      offsetOf(made, range.startContainer, range.startOffset),
      offsetOf(made, range.endContainer, range.endOffset),
    ];
    const put = /^insert(Paragraph|LineBreak)$/.test(event.inputType) ? "\n" : (event.data ?? "");
    text = text.slice(0, start) + put + text.slice(end);
    draw(start + put.length);
  });

  return {
    text: () => text,
    clear: () => {
      text = "";
      made.replaceChildren();
    },
  };
}

page(redrawn);
