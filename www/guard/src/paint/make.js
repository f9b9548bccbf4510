/** Builds our own elements: never from a string of HTML, so Trusted Types have nothing to object to. */

/**
 * Words of ours. The style sheet draws them from an attribute: `window.find()`, with which a page can ask whether a word stands
 * anywhere in its window, goes through closed shadow roots too, but knows only text. Assistive technology is told what is drawn.
 *
 * @param {string} words
 */
export function say(words) {
  const element = document.createElement("span");
  element.setAttribute("data-said", words);
  return element;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | null | undefined>} [attributes] `true` stands for a bare one; none for the rest.
 * @param {...(Node | string | null | undefined | false)} children Strings are words of ours.
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string") element.setAttribute(name, value);
    else if (value) element.setAttribute(name, "");
  }
  for (const child of children) if (child) element.append(typeof child === "string" ? say(child) : child);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A drawing of one path in a square of 24.
 *
 * @param {string} path
 */
export function draw(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/**
 * Gives a shadow root a style sheet that its page's policy cannot refuse.
 *
 * @param {ShadowRoot} root
 * @param {string} css
 * @returns {() => boolean} Whether it still has it: a root that was in another document has lost it.
 */
export function adopt(root, css) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => root.adoptedStyleSheets.includes(sheet);
  } catch {
    // Firefox keeps the sheets of a page from content scripts, and exempts their style elements from the page's policy.
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
    return () => style.parentNode === root;
  }
}
