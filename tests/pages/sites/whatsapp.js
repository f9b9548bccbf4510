const chat = (/** @type {string} */ header) => `<div id="main">${header}<footer>
  <div class="editor" data-editable='{"data-tab": "10", "aria-label": "[[Type a message|Typ een bericht]]"}'></div>
  <button type="button" class="submit" aria-label="[[Send|Verzenden]]">➤</button></footer></div>`;
const common = {
  editor: "editors/lexical",
  kind: /** @type {const} */ ("message"),
  gestures: /** @type {const} */ (["enter", "click"]),
};

export default {
  site: "whatsapp",
  name: "WhatsApp",
  pages: {
    message: {
      ...common,
      audience: "public",
      narrows: true,
      markup: chat(
        `<header><button type="button" class="audience"><span data-choices='["[[last seen today|laatst gezien vandaag]]", "[[12 followers|12 volgers]]"]'>[[last seen today|laatst gezien vandaag]]</span></button></header>`,
      ),
    },
    "message-to-somebody": { ...common, audience: "unknown", markup: chat("<header><span>Noor</span></header>") },
  },
};
