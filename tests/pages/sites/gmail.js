export default {
  site: "gmail",
  name: "Gmail",
  pages: {
    message: {
      editor: "editors/contenteditable",
      kind: "message",
      audience: "group",
      labels: true,
      as: "sanne@gmail.com",
      account: "personal",
      gestures: ["click", "mod+enter"],
      markup: `<a href="/account" aria-label="[[Google Account: Sanne (sanne@gmail.com)|Google-account: Sanne (sanne@gmail.com)]]">S</a><div role="dialog"><input type="text" name="subjectbox" aria-label="[[Subject|Onderwerp]]">
        <div class="editor" data-editable='{"role": "textbox", "aria-label": "[[Message Body|Berichttekst]]"}'></div>
        <div role="button" tabindex="0" class="submit" aria-label="[[Send (Ctrl-Enter)|Verzenden (Ctrl-Enter)]]">[[Send|Verzenden]]</div></div>`,
    },
  },
};
