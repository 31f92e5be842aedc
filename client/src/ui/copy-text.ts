/** Copying over plain http too, where the clipboard of the browser is missing. */

/** Selects what an element says, so that it can be copied by hand when nothing else works. */
function select(element: HTMLElement): void {
  if (element instanceof HTMLInputElement) {
    element.focus();
    element.setSelectionRange(0, element.value.length);
  } else getSelection()?.selectAllChildren(element);
}

/**
 * Copies the text of a field or the words of an element.
 * @returns false when nothing could be copied; the text is then selected, to be copied by hand.
 */
export async function copyText(element: HTMLElement): Promise<boolean> {
  select(element);
  const text = element instanceof HTMLInputElement ? element.value : element.textContent;
  // Missing in insecure contexts, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  const copied = clipboard?.writeText(text).then(
    () => true,
    // Not allowed here: the older way may be.
    () => false,
  );
  return (await copied) === true || document.execCommand('copy');
}
