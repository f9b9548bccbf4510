const common = {
  editor: "editors/contenteditable",
  kind: /** @type {const} */ ("message"),
  again: true,
  gestures: /** @type {const} */ (["enter", "click"]),
};
const k = (/** @type {string} */ peer, /** @type {string} */ head) => `${head}
  <div class="input-message-container"><div class="input-message-input input-field-input-fake mirror" contenteditable="true" data-peer-id="${peer}" style="position: absolute; visibility: hidden"></div>
  <div class="editor" data-editable='{"class": "input-message-input", "data-peer-id": "${peer}"}'></div></div>
  <button type="button" class="submit btn-icon btn-send"></button>`;

export default {
  site: "telegram",
  name: "Telegram",
  pages: {
    "message-in-k": { ...common, audience: "named", markup: k("77", "") },
    "channel-in-k": {
      ...common,
      audience: "public",
      narrows: true,
      markup: k(
        "-100",
        `<div class="chat-info audience"><div class="info" data-choices='["[[3 members|3 leden]]", "[[900 subscribers|900 abonnees]]"]'>[[3 members|3 leden]]</div></div>`,
      ),
    },
    "message-in-a": {
      ...common,
      audience: "public",
      narrows: true,
      markup: `<div class="MiddleHeader audience"><div class="status" data-choices='["[[last seen recently|laatst gezien]]", "[[900 subscribers|900 abonnees]]"]'>[[last seen recently|laatst gezien]]</div></div>
        <div class="editor" data-editable='{"id": "editable-message-text"}'></div>
        <button type="button" class="submit Button send" aria-label="[[Send message|Bericht versturen]]"></button>`,
    },
  },
};
