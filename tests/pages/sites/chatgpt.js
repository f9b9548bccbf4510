const common = {
  kind: /** @type {const} */ ("message"),
  audience: /** @type {const} */ ("named"),
  gestures: /** @type {const} */ (["enter", "click"]),
};

export default {
  site: "chatgpt",
  name: "ChatGPT",
  pages: {
    "signed-in": {
      ...common,
      editor: "editors/tiptap",
      markup: `<form><div class="editor" data-editable='{"id": "prompt-textarea"}'></div></form>
        <button type="button" class="submit" id="composer-submit-button" data-testid="send-button" aria-label="[[Send prompt|Prompt verzenden]]">↑</button>`,
    },
    "of-tomorrow": {
      ...common,
      kind: "unknown",
      editor: "editors/tiptap",
      drifted: { rule: null, part: "composer" },
      again: true,
      markup: `<section><div class="editor"></div><button type="button" class="submit" aria-label="[[Send prompt|Prompt verzenden]]">↑</button></section>`,
    },
    "signed-out": {
      ...common,
      editor: "gestures/plain",
      markup: `<section><div class="editor" data-editable='{"id": "mobile-composer-prompt"}'></div>
        <button type="button" class="submit" id="composer-submit-button">↑</button></section>`,
    },
  },
};
