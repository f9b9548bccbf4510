const common = {
  editor: "gestures/plain",
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click"]),
};

export default {
  site: "myspace",
  name: "MySpace",
  pages: {
    post: {
      ...common,
      kind: "post",
      markup: `<div role="dialog"><div class="editor"></div><button type="button" class="submit">[[Post|Plaatsen]]</button></div>`,
    },
    comment: {
      ...common,
      kind: "comment",
      labels: true,
      markup: `<article><div class="editor" data-editable='{"aria-label": "[[Leave a comment|Laat een reactie achter]]"}'></div>
        <button type="button" class="submit">[[Reply|Antwoorden]]</button></article>`,
    },
  },
};
