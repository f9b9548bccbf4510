/** Builds our own elements: never from a string of HTML, so Trusted Types have nothing to object to. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | null | undefined>} [attributes] `true` stands for a bare one; none for the rest.
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string") element.setAttribute(name, value);
    else if (value) element.setAttribute(name, "");
  }
  for (const child of children) if (child) element.append(child);
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
 * Gives a document or a shadow root a style sheet that its page's policy cannot refuse.
 *
 * @param {Document | ShadowRoot} root
 * @param {string} css
 * @returns {() => void} Takes it away again.
 */
export function adopt(root, css) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  } catch {
    // Firefox keeps the sheets of a page from content scripts, and exempts their style elements from the page's policy.
    const style = document.createElement("style");
    style.textContent = css;
    (root.nodeType === Node.DOCUMENT_NODE ? document.documentElement : root).append(style);
    return () => style.remove();
  }
}
