import { createElement as h } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { createEditor, Editor, Node, Range, Transforms } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { page } from "../kit/composer.js";

const empty = () => [{ type: "paragraph", children: [{ text: "" }] }];

page((host) => {
  const editor = withHistory(withReact(createEditor()));
  // Slate takes a tenth of a second to notice what is selected, and until then types over what was selected before.
  const onChange = () => {
    const isAll = editor.selection && Range.equals(editor.selection, Editor.range(editor, []));
    host.dataset.selected = isAll ? "all" : "part";
  };
  flushSync(() =>
    createRoot(host).render(
      h(Slate, { editor, initialValue: empty(), onChange }, h(Editable, { "aria-label": "Post" })),
    ),
  );
  return {
    text: () => editor.children.map((block) => Node.string(block)).join("\n"),
    clear: () => {
      Editor.withoutNormalizing(editor, () => {
        while (editor.children.length > 0) Transforms.removeNodes(editor, { at: [0] });
        Transforms.insertNodes(editor, empty(), { at: [0] });
      });
      Transforms.select(editor, Editor.start(editor, []));
    },
  };
});
