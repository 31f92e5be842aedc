/** Copying over plain http too, where the clipboard of the browser is missing. */

/**
 * Copies the words of an element; they are selected first, so that they can be copied by hand when nothing else works.
 * @returns whether they were copied.
 */
export async function copyWords(element: HTMLElement): Promise<boolean> {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  // Missing in insecure contexts, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(element.textContent);
      return true;
    } catch {
      // Not allowed here: the older way may be.
      return document.execCommand('copy');
    }
  }
  return document.execCommand('copy');
}
