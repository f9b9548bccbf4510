const plain = {
  editor: "gestures/plain",
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click"]),
};
const form = (/** @type {string} */ attribute, /** @type {string} */ button, id = "") =>
  `<form ${id}><div class="editor" data-editable='{${attribute}}'></div><button type="submit" class="submit">${button}</button></form>`;

export default {
  site: "stackoverflow",
  name: "Stack Overflow",
  pages: {
    question: { ...plain, kind: "post", markup: form(`"id": "wmd-input"`, "Post your question") },
    answer: {
      ...plain,
      kind: "reply",
      markup: `<div id="answers"></div>${form(`"id": "wmd-input"`, "Post Your Answer", `id="post-form"`)}`,
    },
    comment: { ...plain, kind: "comment", markup: form(`"name": "comment"`, "Add comment") },
  },
};
