export default {
  site: "threads",
  name: "Threads",
  pages: {
    post: {
      editor: "editors/lexical",
      kind: "post",
      audience: "public",
      gestures: ["click", "mod+enter"],
      markup: `<div role="dialog"><div class="editor" data-editable='{"role": "textbox", "aria-placeholder": "[[What’s new?|Wat is er nieuw?]]"}'></div>
        <div role="button" tabindex="0" class="submit">[[Post|Plaatsen]]</div></div>`,
    },
  },
};
