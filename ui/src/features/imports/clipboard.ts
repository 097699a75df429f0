// What the clipboard holds of an article.

export interface Pasted {
  /** The page as it was copied; none when only text was. */
  html: string | null;
  text: string;
}

/** Null when there is nothing to read, as with a picture. */
export function pastedOf(clipboard: Pick<DataTransfer, 'getData'> | null): Pasted | null {
  const html = clipboard?.getData('text/html').trim() || null;
  const text = clipboard?.getData('text/plain').trim() ?? '';
  return html || text ? { html, text } : null;
}
