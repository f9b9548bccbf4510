const common = {
  kind: /** @type {const} */ ("message"),
  audience: /** @type {const} */ ("named"),
  gestures: /** @type {const} */ (["enter", "click"]),
};

export default {
  site: "claude",
  name: "Claude",
  pages: {
    message: {
      ...common,
      editor: "editors/tiptap",
      markup: `<fieldset><div class="editor" data-editable='{"data-testid": "chat-input"}'></div>
        <button type="button" class="submit" data-testid="chat-input-send" aria-label="[[Send message|Bericht versturen]]">↑</button></fieldset>`,
    },
  },
};
