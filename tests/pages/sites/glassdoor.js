const common = {
  editor: "gestures/plain",
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click"]),
};

export default {
  site: "glassdoor",
  name: "Glassdoor",
  pages: {
    post: {
      ...common,
      kind: "post",
      markup: `<div role="dialog"><div class="editor"></div><button type="button" class="submit">[[Submit|Indienen]]</button></div>`,
    },
    comment: {
      ...common,
      kind: "comment",
      labels: true,
      markup: `<article><div class="editor" data-editable='{"aria-label": "[[Add your comment|Jouw reactie]]"}'></div>
        <button type="button" class="submit">[[Reply|Antwoorden]]</button></article>`,
    },
  },
};
