/** After the fashion of the messenger of 1999 to 2014: Enter sends, and the field says so. */
export default {
  site: null,
  name: "MSN",
  pages: {
    chat: {
      editor: "gestures/plain",
      kind: "unknown",
      audience: "unknown",
      gestures: ["enter", "click"],
      markup: `<div class="conversation"><p>Noor: hoi</p></div><div class="write">
        <div class="editor" data-editable='{"enterkeyhint": "send", "aria-label": "[[Your message|Je bericht]]"}'></div>
        <input type="button" class="submit" value="[[Send|Verzenden]]"></div>`,
    },
  },
};
