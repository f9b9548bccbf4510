import Quill from "quill";
import { element } from "./composer.js";

/** Quill, whose text always ends in a newline of its own. */
export function quill(/** @type {HTMLElement} */ host) {
  const place = element("div");
  host.append(place);
  const editor = new Quill(place, { theme: "snow", modules: { toolbar: [["bold", "italic"]] } });
  const root = place.getRootNode();
  if (root instanceof ShadowRoot) teachShadow(editor.selection, root);
  return {
    text: () => editor.getText().replace(/\n$/, ""),
    clear: () => editor.setText("", "user"),
  };
}

/** Quill asks the document for selection and focus, which ends at the host; sites that put it into a shadow root do this. */
function teachShadow(/** @type {any} */ selection, /** @type {ShadowRoot} */ root) {
  selection.hasFocus = () => root.activeElement === selection.root;
  selection.getNativeRange = () => {
    const [range] = /** @type {any} */ (document.getSelection()).getComposedRanges({ shadowRoots: [root] });
    return range ? selection.normalizeNative(range) : null;
  };
  selection.setNativeRange = (
    /** @type {Node | null} */ node,
    /** @type {number} */ offset,
    endNode = node,
    endOffset = offset,
  ) => {
    if (node === null) return selection.root.blur();
    if (!selection.hasFocus()) selection.root.focus({ preventScroll: true });
    return document.getSelection()?.setBaseAndExtent(node, offset, endNode ?? node, endOffset);
  };
}
