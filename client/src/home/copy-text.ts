/** Copying a text that stands in a field. */

/**
 * Copies the text of a field. Over plain http the clipboard API is missing: then the field is selected and the
 * browser's older command tried.
 * @returns false when nothing could be copied; the text is then selected, to be copied by hand.
 */
export async function copyText(field: HTMLInputElement): Promise<boolean> {
  try {
    // Missing in insecure contexts, whatever its type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard !== undefined) {
      await clipboard.writeText(field.value);
      return true;
    }
  } catch {
    // Permission refused: the older way may still be allowed.
    return copySelected(field);
  }
  return copySelected(field);
}

function copySelected(field: HTMLInputElement): boolean {
  field.focus();
  field.select();
  field.setSelectionRange(0, field.value.length);
  return document.execCommand('copy');
}
