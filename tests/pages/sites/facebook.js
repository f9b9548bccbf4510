const box = (/** @type {string} */ label) =>
  `<div class="editor" data-editable='{"role": "textbox", "aria-label": "${label}"}'></div>`;

export default {
  site: "facebook",
  name: "Facebook",
  pages: {
    post: {
      editor: "editors/lexical",
      kind: "post",
      audience: "public",
      narrows: true,
      gestures: ["click"],
      markup: `<div role="dialog" aria-label="[[Create post|Bericht maken]]">
        <div role="button" tabindex="0" class="audience" data-at="aria-label"
          data-choices='["[[Edit privacy. Sharing with Only me.|Privacy bewerken. Gedeeld met Alleen ik.]]", "[[Edit privacy. Sharing with Public.|Privacy bewerken. Gedeeld met Openbaar.]]"]'
          aria-label="[[Edit privacy. Sharing with Only me.|Privacy bewerken. Gedeeld met Alleen ik.]]">🔒</div>
        ${box("[[What’s on your mind?|Waar denk je aan?]]")}
        <div role="button" tabindex="0" aria-label="Emoji">☺</div>
        <div role="button" tabindex="0" class="submit" aria-label="[[Post|Plaatsen]]"><span>[[Post|Plaatsen]]</span></div></div>`,
    },
    "post-in-a-group": {
      editor: "editors/lexical",
      kind: "post",
      audience: "unknown",
      gestures: ["click"],
      markup: `<div role="dialog" aria-label="[[Create post|Bericht maken]]">${box("[[Write something…|Schrijf iets…]]")}
        <div role="button" tabindex="0" class="submit" aria-label="[[Post|Plaatsen]]"><span>[[Post|Plaatsen]]</span></div></div>`,
    },
    comment: {
      editor: "editors/lexical",
      kind: "comment",
      audience: "public",
      labels: true,
      gestures: ["enter", "click"],
      markup: `<div role="article"><p>A post.</p></div><form>${box("[[Comment as Bezint Works|Reageren als Bezint Works]]")}
        <div role="button" tabindex="0" aria-label="Emoji">☺</div></form>
        <div role="button" tabindex="0" class="submit" aria-label="[[Comment|Reageren]]">➤</div>`,
    },
    messenger: {
      editor: "editors/lexical",
      kind: "message",
      audience: "named",
      labels: true,
      gestures: ["enter", "click"],
      markup: `<section>${box("[[Message|Bericht]]")}
        <div role="button" tabindex="0" class="submit" aria-label="[[Press Enter to send|Druk op Enter om te verzenden]]">➤</div></section>`,
    },
  },
};
