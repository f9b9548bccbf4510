export default {
  site: "tiktok",
  name: "TikTok",
  pages: {
    comment: {
      editor: "editors/draft",
      kind: "comment",
      audience: "public",
      gestures: ["enter", "click"],
      again: true,
      markup: `<div data-e2e="comment-input"><div class="editor"></div></div>
        <div role="button" tabindex="0" class="submit" data-e2e="comment-post">[[Post|Plaatsen]]</div>`,
    },
    caption: {
      editor: "editors/draft",
      kind: "post",
      audience: "public",
      gestures: ["click"],
      markup: `<div data-e2e="caption_container"><div class="editor"></div></div>
        <button type="button" class="submit">[[Post|Plaatsen]]</button>`,
    },
  },
};
