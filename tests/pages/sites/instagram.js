export default {
  site: "instagram",
  name: "Instagram",
  pages: {
    post: {
      editor: "editors/lexical",
      kind: "post",
      audience: "public",
      gestures: ["click"],
      markup: `<div role="dialog"><div role="button" tabindex="0" class="submit">[[Share|Delen]]</div>
        <div class="editor" data-editable='{"role": "textbox", "aria-label": "[[Write a caption…|Schrijf een bijschrift…]]"}'></div></div>`,
    },
    comment: {
      editor: "gestures/plain",
      kind: "comment",
      audience: "public",
      labels: true,
      gestures: ["enter", "click"],
      markup: `<form><div class="editor" data-editable='{"aria-label": "[[Add a comment…|Een opmerking toevoegen…]]"}'></div>
        <button type="submit" class="submit">[[Post|Plaatsen]]</button></form>`,
    },
    message: {
      editor: "editors/lexical",
      kind: "message",
      audience: "named",
      labels: true,
      gestures: ["enter", "click"],
      markup: `<section><div class="editor" data-editable='{"role": "textbox", "aria-label": "[[Message|Bericht]]"}'></div>
        <div role="button" tabindex="0" class="submit">[[Send|Verzenden]]</div></section>`,
    },
  },
};
