/** After the fashion of the Dutch network of 2004 to 2013. */
export default {
  site: null,
  name: "Hyves",
  pages: {
    "who-what-where": {
      editor: "gestures/plain",
      kind: "unknown",
      audience: "unknown",
      gestures: ["click"],
      markup: `<h2>Wie, wat, waar</h2><div class="www"><label>Wat doe je? <div class="editor"></div></label>
        <label>Waar ben je? <input type="text" name="where"></label><a href="#" class="submit">[[Share|Opslaan]]</a></div>`,
    },
    krabbel: {
      editor: "editors/contenteditable",
      kind: "unknown",
      audience: "unknown",
      gestures: ["click"],
      markup: `<h2>Krabbels</h2><div class="scrap"><div class="editor"></div>
        <span class="submit" tabindex="0" style="cursor: pointer">Krabbel</span></div>`,
    },
  },
};
