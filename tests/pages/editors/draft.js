import { ContentState, Editor, EditorState } from "draft-js";
import "draft-js/dist/Draft.css";
import { createElement as h, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { page } from "../kit/composer.js";

page((host) => {
  let state = EditorState.createEmpty();
  let setState;
  function Draft() {
    [state, setState] = useState(state);
    return h(Editor, { editorState: state, onChange: setState, ariaLabel: "Post" });
  }
  flushSync(() => createRoot(host).render(h(Draft)));
  return {
    text: () => state.getCurrentContent().getPlainText("\n"),
    clear: () => setState(EditorState.moveFocusToEnd(EditorState.push(state, ContentState.createFromText("")))),
  };
});
