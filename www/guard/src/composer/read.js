/**
 * What a composer says, with the way back from an offset in it to the place on the page.
 *
 * @typedef {object} Reading
 * @property {string} text The draft.
 * @property {boolean} whole Whether all of what the composer holds could be read.
 * @property {(span: import("../types.ts").Span) => Range | null} rangeOf The place of a span (UTF-16 offsets); `null` in
 *   a textarea or an input, and where the page has moved on.
 */

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr
  ul`.split(/\s+/),
);

/** Elements whose text is not the draft: machinery, and what an editor shows where nothing is typed yet. */
const SKIPPED = "style, script, template, noscript, [data-slate-placeholder], [data-lexical-placeholder]";

/** An editor that keeps only the lines in view in the page leaves this where the others would be. */
const GAPS = ".cm-gap";

/** What editors put in to have a place for the caret, and take out again before they post. */
const FILLERS = /\uFEFF+|\u2060{7}/gu;

/** What cannot be seen, so that its presence or absence proves nothing. */
const INVISIBLE = /[\s\u200B-\u200D\u2060\uFEFF]+/gu;
const VISIBLE = /[^\s\u200B-\u200D\u2060\uFEFF]/u;

/**
 * @param {string} text
 * @returns {boolean} Whether there is nothing to read in it.
 */
export function isBlank(text) {
  return !VISIBLE.test(text);
}

/**
 * @param {HTMLElement} element
 * @returns {element is HTMLTextAreaElement | HTMLInputElement}
 */
export function isField(element) {
  return element.localName === "textarea" || element.localName === "input";
}

/**
 * @param {HTMLElement} composer
 * @returns {Reading}
 */
export function read(composer) {
  if (isField(composer)) return { text: composer.value, whole: true, rangeOf: () => null };
  return new Walk(composer, () => false);
}

/**
 * The read-back proof: what was read must be what the composer shows. Forces a layout, so it is asked when a draft is
 * sent for evaluation and not on every key.
 *
 * @param {HTMLElement} composer
 * @param {Reading} reading
 * @returns {boolean}
 */
export function isProved(composer, reading) {
  if (isField(composer)) return true;
  if (!reading.whole) return false;
  const seen = composer.innerText ?? "";
  const { letters } = /** @type {Walk} */ (reading);
  if (letters === seen) return true;
  const shown = bare(seen);
  if (bare(letters) === shown) return true;
  return bare(new Walk(composer, isHidden).letters) === shown;
}

/**
 * `innerText` applies `text-transform` and has its own idea of line breaks: neither says anything about what was read.
 *
 * @param {string} text
 */
function bare(text) {
  return text.replace(INVISIBLE, "").toLowerCase();
}

/** @param {Element} element */
function isHidden(element) {
  const style = getComputedStyle(element);
  return style.display === "none" || style.visibility === "hidden";
}

/**
 * Reads an editing host block by block: one newline between two blocks, one for a `<br>` that breaks a line, none for
 * a `<br>` that only holds an empty block open.
 *
 * @implements {Reading}
 */
class Walk {
  text = "";
  whole = true;
  /** The text without the names of images, which `innerText` does not have either. */
  letters = "";
  /** Offsets in `text` at which each piece starts, ascending. @type {number[]} */
  #starts = [];
  /** The node that each piece is from. @type {Node[]} */
  #nodes = [];
  /** Where in its node each of them begins. @type {number[]} */
  #froms = [];
  #lineIsOpen = false;
  #breakIsDue = false;
  #collapses;
  #skips;

  /**
   * @param {HTMLElement} host
   * @param {(element: Element) => boolean} skips
   */
  constructor(host, skips) {
    this.#skips = skips;
    this.#collapses = !/pre|break-spaces/u.test(getComputedStyle(host).whiteSpace);
    if (host.querySelector(GAPS)) this.whole = false;
    this.#children(host);
  }

  /** @param {Node} parent */
  #children(parent) {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) this.#textNode(/** @type {Text} */ (node));
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(/** @type {HTMLElement} */ (node));
    }
  }

  /** @param {HTMLElement} element */
  #element(element) {
    const name = element.localName;
    if (name === "br") {
      this.#openLine();
      this.#closeLine();
    } else if (name === "img") {
      this.#append(element, element.getAttribute("alt") ?? "", 0);
    } else if (!element.matches(SKIPPED) && !this.#skips(element)) {
      const isBlock = BLOCKS.has(name) || (name.includes("-") && !getComputedStyle(element).display.includes("inline"));
      if (isBlock) this.#closeLine();
      this.#children(element);
      if (isBlock) this.#closeLine();
    }
  }

  /** @param {Text} node */
  #textNode(node) {
    const text = node.data;
    if (text === "" || (this.#collapses && text.includes("\n") && text.trim() === "")) return;
    this.#openLine();
    let from = 0;
    for (const filler of text.matchAll(FILLERS)) {
      this.#append(node, text.slice(from, filler.index), from);
      from = filler.index + filler[0].length;
    }
    this.#append(node, text.slice(from), from);
    this.letters += text;
  }

  /**
   * @param {Node} node
   * @param {string} text
   * @param {number} from Where in the node it begins.
   */
  #append(node, text, from) {
    if (text === "") return;
    this.#openLine();
    this.#starts.push(this.text.length);
    this.#nodes.push(node);
    this.#froms.push(from);
    this.text += text;
  }

  #openLine() {
    if (!this.#lineIsOpen && this.#breakIsDue) this.text += "\n";
    this.#lineIsOpen = true;
    this.#breakIsDue = false;
  }

  #closeLine() {
    if (this.#lineIsOpen) this.#breakIsDue = true;
    this.#lineIsOpen = false;
  }

  /** @param {import("../types.ts").Span} span */
  rangeOf(span) {
    const from = this.#placeOf(span.start, false);
    const to = this.#placeOf(span.end, true);
    if (!from || !to) return null;
    try {
      const range = from.node.ownerDocument?.createRange() ?? null;
      range?.setStart(from.node, from.offset);
      range?.setEnd(to.node, to.offset);
      return range;
    } catch {
      return null;
    }
  }

  /**
   * @param {number} offset In `text`.
   * @param {boolean} isEnd The end of a span belongs to the node before it.
   * @returns {{ node: Node, offset: number } | null}
   */
  #placeOf(offset, isEnd) {
    const at = isEnd ? offset - 1 : offset;
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {number} */ (this.#starts[middle]) <= at) low = middle + 1;
      else high = middle;
    }
    const node = this.#nodes[low - 1];
    const start = this.#starts[low - 1];
    if (!node?.isConnected || start === undefined) return null;
    if (node.nodeType === Node.TEXT_NODE) {
      return {
        node,
        offset: Math.min(offset - start + (this.#froms[low - 1] ?? 0), /** @type {Text} */ (node).data.length),
      };
    }
    const parent = /** @type {Node} */ (node.parentNode);
    return { node: parent, offset: [...parent.childNodes].indexOf(/** @type {ChildNode} */ (node)) + (isEnd ? 1 : 0) };
  }
}
