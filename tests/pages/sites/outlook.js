export default {
  site: "outlook",
  name: "Outlook",
  pages: {
    message: {
      editor: "editors/contenteditable",
      kind: "message",
      audience: "group",
      labels: true,
      gestures: ["click", "mod+enter"],
      markup: `<div role="dialog"><input type="text" name="subjectbox" aria-label="[[Subject|Onderwerp]]">
        <div class="editor" data-editable='{"role": "textbox", "aria-label": "[[Message body|Berichttekst]], [[press Alt+F10 to exit|druk op Alt+F10 om af te sluiten]]"}'></div>
        <div role="button" tabindex="0" class="submit" aria-label="[[Send (Ctrl-Enter)|Verzenden (Ctrl-Enter)]]">[[Send|Verzenden]]</div></div>`,
    },
  },
};
