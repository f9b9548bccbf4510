const older = (/** @type {string} */ attributes, /** @type {string} */ button) =>
  `<form ${attributes}><div class="usertext-edit"><div class="editor" data-editable='{"name": "text"}'></div></div>
  <div class="usertext-buttons">${button}</div></form>`;

export default {
  site: "reddit",
  name: "Reddit",
  pages: {
    post: {
      editor: "editors/lexical",
      kind: "post",
      audience: "public",
      gestures: ["click", "mod+enter"],
      markup: `<faceplate-textarea-input><template shadowrootmode="open"><textarea id="innerTextArea" aria-label="[[Title|Titel]]"></textarea></template></faceplate-textarea-input>
        <shreddit-composer><template shadowrootmode="open"><slot></slot></template><div class="editor"></div></shreddit-composer>
        <r-post-form-submit-button id="submit-post-button"><template shadowrootmode="open"><button type="button" class="submit">[[Post|Plaatsen]]</button></template></r-post-form-submit-button>`,
    },
    comment: {
      editor: "editors/lexical",
      kind: "comment",
      audience: "public",
      gestures: ["click", "mod+enter"],
      markup: `<shreddit-composer><template shadowrootmode="open"><slot></slot><slot name="submit-button"></slot></template>
        <div class="editor"></div><button type="button" slot="submit-button" class="submit">[[Comment|Opmerking plaatsen]]</button></shreddit-composer>`,
    },
    "older-post": {
      editor: "gestures/plain",
      kind: "post",
      audience: "public",
      gestures: ["click"],
      markup: older(`id="newlink"`, `<button type="submit" class="submit btn">[[submit|indienen]]</button>`),
    },
    "older-comment": {
      editor: "gestures/plain",
      kind: "comment",
      audience: "public",
      gestures: ["click"],
      markup: older("", `<button type="submit" class="submit save">[[save|opslaan]]</button>`),
    },
  },
};
