import { Bold, ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";
import { element, page } from "../kit/composer.js";

/** The text of a piece of CKEditor's model; a soft break is a newline. */
function textOf(node) {
  if (node.is("$text")) return node.data;
  if (node.is("element", "softBreak")) return "\n";
  return [...node.getChildren()].map(textOf).join("");
}

page(async (host) => {
  const place = element("div");
  host.append(place);
  const editor = await ClassicEditor.create(place, {
    licenseKey: "GPL",
    plugins: [Essentials, Paragraph, Bold],
    toolbar: ["bold"],
  });
  // For a moment after it got the focus, CKEditor keeps what is selected to itself and does not show it in the page.
  const view = editor.editing.view.document;
  host.addEventListener("focusin", () => host.toggleAttribute("data-settling", !view.isFocused));
  view.on("change:isFocused", () => host.toggleAttribute("data-settling", false));
  host.addEventListener("focusout", () => host.removeAttribute("data-settling"));
  return {
    text: () => [...editor.model.document.getRoot().getChildren()].map(textOf).join("\n"),
    clear: () => editor.setData(""),
  };
});
