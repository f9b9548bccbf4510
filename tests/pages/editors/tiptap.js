import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { page } from "../kit/composer.js";

page((host) => {
  const editor = new Editor({ element: host, extensions: [StarterKit] });
  return {
    text: () => editor.getText({ blockSeparator: "\n" }),
    clear: () => editor.commands.clearContent(true),
  };
});
