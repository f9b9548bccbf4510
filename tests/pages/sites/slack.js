const box = `<div data-qa="message_input"><div class="editor"></div></div>
  <button type="button" class="submit" data-qa="texty_send_button" aria-label="[[Send now|Nu verzenden]]">➤</button>`;
const header = `<div data-qa="channel_header" class="audience p-view_header"><span
  data-choices='["[[Direct message|Privébericht]]", "[[External people are from Acme|Externe personen zijn van Acme]]"]'>[[Direct message|Privébericht]]</span></div>`;
const common = {
  editor: "editors/quill",
  again: true,
  gestures: /** @type {const} */ (["enter", "click"]),
};

export default {
  site: "slack",
  name: "Slack",
  pages: {
    message: {
      ...common,
      kind: "message",
      audience: "public",
      narrows: true,
      markup: `${header}<section>${box}</section>`,
    },
    thread: {
      ...common,
      kind: "reply",
      audience: "unknown",
      markup: `<div data-qa="threads_flexpane">${box}</div>`,
    },
  },
};
