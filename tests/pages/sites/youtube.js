const box = (/** @type {string} */ label) => `<ytd-commentbox>
  <div class="editor" data-editable='{"id": "contenteditable-root"}'></div>
  <ytd-button-renderer id="cancel-button"><button type="button">[[Cancel|Annuleren]]</button></ytd-button-renderer>
  <ytd-button-renderer id="submit-button"><button type="button" class="submit">${label}</button></ytd-button-renderer></ytd-commentbox>`;
const common = {
  editor: "editors/contenteditable",
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click"]),
};

export default {
  site: "youtube",
  name: "YouTube",
  pages: {
    comment: { ...common, kind: "comment", markup: `<ytd-comments>${box("[[Comment|Reageren]]")}</ytd-comments>` },
    reply: {
      ...common,
      kind: "reply",
      markup: `<ytd-comment-reply-dialog-renderer>${box("[[Reply|Beantwoorden]]")}</ytd-comment-reply-dialog-renderer>`,
    },
    chat: {
      ...common,
      kind: "comment",
      gestures: ["enter", "click"],
      markup: `<yt-live-chat-text-input-field-renderer><div class="editor" data-editable='{"id": "input"}'></div></yt-live-chat-text-input-field-renderer>
        <button type="button" class="submit" aria-label="[[Send|Verzenden]]">➤</button>`,
    },
  },
};
