const share = `<div role="dialog" aria-labelledby="share-to-linkedin-modal__header" class="share-creation-state">
  <h2 id="share-to-linkedin-modal__header">[[Create a post|Een bijdrage maken]]</h2>
  <button type="button" class="audience share-unified-settings-entry-button">
    <div>Sanne de Vries</div><div data-choices='["[[Post to group members|Bericht voor groepsleden]]", "[[Post to Anyone|Bericht voor Iedereen]]"]'>[[Post to group members|Bericht voor groepsleden]]</div></button>
  <div class="editor"></div>
  <div class="share-actions"><button type="button" class="submit share-actions__primary-action">[[Post|Plaatsen]]</button></div></div>`;
const post = {
  kind: /** @type {const} */ ("post"),
  audience: /** @type {const} */ ("public"),
  narrows: true,
  as: "Sanne de Vries",
  gestures: /** @type {const} */ (["click"]),
};
const chat = (/** @type {string} */ more) => `<form class="msg-form">
  <div class="editor" data-editable='{"class": "msg-form__contenteditable", "role": "textbox", "aria-label": "[[Write a message…|Schrijf een bericht…]]"}'></div>
  <footer>${more}</footer></form>`;

export default {
  site: "linkedin",
  name: "LinkedIn",
  pages: {
    post: { editor: "editors/quill", ...post, markup: share },
    "post-in-the-outlet": {
      editor: "editors/quill",
      ...post,
      markup: `<div id="interop-outlet"><template shadowrootmode="open"><link rel="stylesheet" href="/bundles/editors/quill.css">${share}</template></div>`,
    },
    "post-in-tiptap": { editor: "editors/tiptap", ...post, markup: share },
    "post-of-tomorrow": {
      editor: "editors/quill",
      ...post,
      audience: "unknown",
      narrows: false,
      as: "",
      drifted: { rule: "post", part: "audience" },
      markup: share.replace("share-unified-settings-entry-button", "share-settings"),
    },
    comment: {
      editor: "editors/quill",
      kind: "comment",
      audience: "public",
      gestures: ["click"],
      markup: `<article><p>A post.</p><div class="comments-comment-box"><div class="editor"></div>
        <button type="button" class="submit comments-comment-box__submit-button--cr">[[Comment|Reageren]]</button></div></article>`,
    },
    "message-by-button": {
      editor: "editors/contenteditable",
      kind: "message",
      audience: "named",
      gestures: ["click"],
      markup: chat(`<button type="submit" class="submit msg-form__send-button">[[Send|Verzenden]]</button>`),
    },
    "message-by-enter": {
      editor: "editors/contenteditable",
      kind: "message",
      audience: "named",
      gestures: ["enter"],
      again: true,
      markup: chat("<span>[[Press Enter to Send|Druk op Enter om te verzenden]]</span>"),
    },
  },
};
