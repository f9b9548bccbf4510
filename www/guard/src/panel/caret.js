/**
 * Remembers where the caret is in an editor: a press in the panel moves the page's selection out of it, and an editor that
 * has the focus without the selection does not know where it is. Fields keep theirs by themselves.
 *
 * @returns {() => void} Puts it back.
 */
export function keepCaret() {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  return () => {
    const place = range?.commonAncestorContainer;
    const element = place?.nodeType === Node.TEXT_NODE ? place.parentElement : place;
    if (!range || !element?.isConnected || !(/** @type {HTMLElement} */ (element).isContentEditable)) return;
    selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  };
}
