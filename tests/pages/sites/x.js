const profile = `<nav><a data-testid="AppTabBar_Profile_Link" href="/bezint_works">[[Profile|Profiel]]</a></nav>`;
const composer = (/** @type {string} */ testid, /** @type {string} */ button, /** @type {string} */ label) => `
  <div data-testid="${testid}RichTextInputContainer">
    <div class="editor" data-editable='{"data-testid": "${testid}", "aria-label": "[[Post text|Posttekst]]"}'></div>
  </div>
  <div data-testid="toolBar"><button type="button" aria-label="[[Add photos or video|Foto’s of video toevoegen]]">▣</button>
    <button type="button" class="submit" data-testid="${button}"><span>${label}</span></button></div>`;
const message = (/** @type {string} */ testid, /** @type {string} */ button) => ({
  kind: /** @type {const} */ ("message"),
  audience: /** @type {const} */ ("named"),
  gestures: /** @type {const} */ (["enter", "click"]),
  markup: `<aside><div class="editor" data-editable='{"data-testid": "${testid}"}'></div>
    <button type="button" class="submit" data-testid="${button}" aria-label="[[Send|Verzenden]]">➤</button></aside>`,
});

export default {
  site: "x",
  name: "X",
  pages: {
    post: {
      editor: "editors/draft",
      kind: "post",
      audience: "public",
      as: "bezint_works",
      gestures: ["click", "mod+enter"],
      markup: `${profile}<div>${composer("tweetTextarea_0", "tweetButtonInline", "[[Post|Posten]]")}</div>`,
    },
    "post-of-tomorrow": {
      editor: "editors/draft",
      kind: "post",
      audience: "public",
      drifted: { rule: "post", part: "submit" },
      gestures: ["click"],
      markup: composer("tweetTextarea_0", "postButton", "[[Post|Posten]]"),
    },
    mobile: {
      editor: "gestures/plain",
      kind: "post",
      audience: "public",
      gestures: ["click"],
      markup: composer("tweetTextarea_0", "tweetButton", "[[Post|Posten]]"),
    },
    reply: {
      editor: "editors/draft",
      kind: "reply",
      audience: "public",
      gestures: ["mod+enter", "click"],
      markup: `${profile}<div data-testid="inline_reply_offscreen">${composer("tweetTextarea_0", "tweetButtonInline", "[[Reply|Reageren]]")}</div>`,
    },
    "reply-dialog": {
      editor: "editors/draft",
      kind: "reply",
      audience: "public",
      gestures: ["click"],
      markup: `<div role="dialog" aria-modal="true"><article data-testid="tweet"><p>A post.</p></article>
        <div>${composer("tweetTextarea_0", "tweetButton", "[[Reply|Reageren]]")}</div></div>`,
    },
    message: { editor: "editors/draft", ...message("dmComposerTextInput", "dmComposerSendButton") },
    "message-new": { editor: "gestures/plain", ...message("dm-composer-textarea", "dm-composer-send-button") },
  },
};
