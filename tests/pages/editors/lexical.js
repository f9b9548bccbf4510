import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $getRoot, createEditor } from "lexical";
import { element, page } from "../kit/composer.js";

page((host) => {
  const editable = element("div", { contenteditable: "true", role: "textbox", "aria-label": "Post" });
  host.append(editable);
  const editor = createEditor({
    namespace: "lexical",
    onError: (error) => {
      throw error;
    },
  });
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.setRootElement(editable);
  const clear = () => editor.update(() => $getRoot().clear().append($createParagraphNode()).selectEnd());
  clear();
  return {
    text: () =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .map((block) => block.getTextContent())
          .join("\n"),
      ),
    clear,
  };
});
