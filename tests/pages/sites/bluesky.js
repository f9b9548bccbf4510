export default {
  site: "bluesky",
  name: "Bluesky",
  pages: {
    post: {
      editor: "editors/tiptap",
      kind: "post",
      audience: "public",
      gestures: ["click", "mod+enter"],
      markup: `<div role="dialog"><button type="button" aria-label="[[Cancel|Annuleren]]">[[Cancel|Annuleren]]</button>
        <button type="button" class="submit" data-testid="composerPublishBtn" aria-label="[[Publish post|Bericht publiceren]]">[[Post|Plaatsen]]</button>
        <div class="editor" data-editable='{"role": "textbox", "aria-label": "Rich-Text Editor"}'></div>
        <button type="button" data-testid="openReplyGateButton">[[Anybody can interact|Iedereen kan reageren]]</button></div>`,
    },
    message: {
      editor: "gestures/plain",
      kind: "message",
      audience: "named",
      gestures: ["enter", "click"],
      markup: `<section><div class="editor" data-editable='{"aria-label": "[[Message input field|Berichtinvoerveld]]"}'></div>
        <button type="button" class="submit" aria-label="[[Send message|Bericht verzenden]]">➤</button></section>`,
    },
  },
};
