const common = {
  editor: "editors/draft",
  audience: /** @type {const} */ ("unknown"),
  gestures: /** @type {const} */ (["click"]),
  account: /** @type {const} */ ("work"),
};

export default {
  site: "viva-engage",
  name: "Viva Engage",
  pages: {
    post: {
      ...common,
      kind: "post",
      markup: `<div role="dialog"><div class="editor"></div><button type="button" class="submit">[[Post|Plaatsen]]</button></div>`,
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
