/**
 * A new element: its name with classes after dots, and what goes into it. Text goes in as text.
 * @param {string} name such as `p.title`
 * @param {...(Node | string)} content
 */
export function make(name, ...content) {
  const [tag = "div", ...classes] = name.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  element.append(...content);
  return element;
}
