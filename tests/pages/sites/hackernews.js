const plain = {
  editor: "gestures/plain",
  audience: /** @type {const} */ ("public"),
  as: "bezint",
  gestures: /** @type {const} */ (["click"]),
};
const form = (/** @type {string} */ fields, /** @type {string} */ button) =>
  `<a id="me" href="user?id=bezint">bezint</a><form method="post">${fields}<div class="editor" data-editable='{"name": "text"}'></div>
  <input type="submit" class="submit" value="${button}"></form>`;

export default {
  site: "hackernews",
  name: "Hacker News",
  pages: {
    comment: { ...plain, kind: "comment", markup: form("", "add comment") },
    post: { ...plain, kind: "post", markup: form(`<input type="text" name="title" value="">`, "submit") },
  },
};
