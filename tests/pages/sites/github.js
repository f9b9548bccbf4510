const label = `<div id="repository-container-header"><a href="/acme/rocket">rocket</a> <button type="button" class="audience"><span class="Label"
  data-choices='["[[Private|Privé]]", "[[Public|Openbaar]]"]'>[[Private|Privé]]</span></button></div>`;
const common = {
  editor: "gestures/plain",
  kind: /** @type {const} */ ("comment"),
  audience: /** @type {const} */ ("public"),
  gestures: /** @type {const} */ (["click", "mod+enter"]),
};

export default {
  site: "github",
  name: "GitHub",
  pages: {
    comment: {
      ...common,
      narrows: true,
      markup: `${label}<h2 id="comment-composer-heading">Add a comment</h2>
        <div class="editor" data-editable='{"aria-labelledby": "comment-composer-heading"}'></div>
        <button type="button">Close issue</button><button type="button" class="submit">Comment</button>`,
    },
    gist: {
      ...common,
      editor: "editors/codemirror",
      kind: "post",
      audience: "unknown",
      gestures: ["click"],
      markup: `<div class="js-gist-file"><div class="CodeMirror"><div class="editor"></div></div></div>
        <button type="button" class="submit">Create secret gist</button>`,
    },
    "older-comment": {
      ...common,
      audience: "unknown",
      markup: `<form><div class="editor" data-editable='{"id": "new_comment_field", "name": "comment[body]"}'></div>
        <button type="submit" class="submit">Comment</button></form>`,
    },
  },
};
