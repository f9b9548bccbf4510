const story = (/** @type {string} */ action, /** @type {string} */ label) => ({
  editor: "editors/contenteditable",
  kind: /** @type {const} */ ("post"),
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click"]),
  markup: `<button type="button" class="submit" data-action="${action}">${label}</button>
    <div class="editor" data-within='<div data-testid="editorTitleParagraph"><br></div>'></div>`,
});

export default {
  site: "medium",
  name: "Medium",
  pages: {
    story: story("show-prepublish", "Publish"),
    response: {
      ...story("", ""),
      kind: "reply",
      markup: `<div role="dialog"><div class="editor"></div><button type="button">Cancel</button>
        <button type="button" class="submit">Respond</button></div>`,
    },
  },
};
