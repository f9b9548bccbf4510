const chat = (/** @type {string} */ button) => ({
  editor: "editors/ckeditor",
  kind: /** @type {const} */ ("message"),
  audience: /** @type {const} */ ("unknown"),
  again: true,
  gestures: /** @type {const} */ (["enter", "click"]),
  markup: `<section><div data-tid="ckeditor"><div class="editor"></div></div>
    <button type="button" class="submit" data-tid="${button}" aria-label="[[Send|Verzenden]]">➤</button></section>`,
});

export default {
  site: "teams",
  name: "Microsoft Teams",
  pages: { chat: chat("sendMessageCommands-send"), "new-chat": chat("newMessageCommands-send") },
};
