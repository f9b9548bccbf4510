const common = {
  editor: "editors/contenteditable",
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click"]),
};

export default {
  site: "tumblr",
  name: "Tumblr",
  pages: {
    post: {
      ...common,
      kind: "post",
      markup: `<div role="dialog"><div class="editor"></div><button type="button" class="submit">[[Post now|Nu plaatsen]]</button></div>`,
    },
    reply: {
      ...common,
      kind: "reply",
      labels: true,
      markup: `<article><div class="editor" data-editable='{"aria-label": "[[Write a reply|Schrijf een antwoord]]"}'></div>
        <button type="button" class="submit">[[Reply|Antwoorden]]</button></article>`,
    },
  },
};
