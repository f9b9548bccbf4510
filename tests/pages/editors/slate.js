import { createElement as h } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { createEditor, Editor, Node, Transforms } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { page } from "../kit/composer.js";

const empty = () => [{ type: "paragraph", children: [{ text: "" }] }];

page((host) => {
  const editor = withHistory(withReact(createEditor()));
  flushSync(() =>
    createRoot(host).render(h(Slate, { editor, initialValue: empty() }, h(Editable, { "aria-label": "Post" }))),
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
