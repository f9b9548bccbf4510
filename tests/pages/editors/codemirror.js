import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorView, keymap } from "@codemirror/view";
import { page } from "../kit/composer.js";

page((host) => {
  const editor = new EditorView({
    parent: host,
    extensions: [history(), keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping],
  });
  return {
    text: () => editor.state.doc.toString(),
    clear: () => editor.dispatch({ changes: { from: 0, to: editor.state.doc.length } }),
  };
});
