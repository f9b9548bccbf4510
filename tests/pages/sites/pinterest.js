const common = {
  editor: "editors/draft",
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click"]),
};

export default {
  site: "pinterest",
  name: "Pinterest",
  pages: {
    post: {
      ...common,
      kind: "post",
      markup: `<div role="dialog"><div class="editor"></div><button type="button" class="submit">[[Publish|Publiceren]]</button></div>`,
    },
    comment: {
      ...common,
      kind: "comment",
      labels: true,
      markup: `<article><div class="editor" data-editable='{"aria-label": "[[Add a comment|Voeg een reactie toe]]"}'></div>
        <button type="button" class="submit">[[Reply|Antwoorden]]</button></article>`,
    },
  },
};
