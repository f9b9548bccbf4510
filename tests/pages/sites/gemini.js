const common = {
  kind: /** @type {const} */ ("message"),
  audience: /** @type {const} */ ("named"),
  gestures: /** @type {const} */ (["enter", "click"]),
};

export default {
  site: "gemini",
  name: "Gemini",
  pages: {
    message: {
      ...common,
      editor: "editors/quill",
      markup: `<rich-textarea><div class="editor"></div></rich-textarea>
        <button type="button" class="submit send-button" data-test-id="send-button" aria-label="[[Send message|Bericht verzenden]]">➤</button>`,
    },
  },
};
