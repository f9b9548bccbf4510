import "trix";
import "trix/dist/trix.css";
import { element, page } from "../kit/composer.js";

page(async (host) => {
  const editor = element("trix-editor");
  const initialised = new Promise((resolve) => editor.addEventListener("trix-initialize", resolve, { once: true }));
  host.append(editor);
  await initialised;
  return {
    text: () => editor.editor.getDocument().toString().replace(/\n$/, ""),
    clear: () => editor.editor.loadHTML(""),
  };
});
