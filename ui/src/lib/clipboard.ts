// Copying text, also text that is still being fetched when the key is pressed.

/** The gesture must still hold when the clipboard is asked, so the promise itself is handed over where that works. */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'function' && navigator.clipboard?.write) {
    try {
      const blob = Promise.resolve(text).then((words) => new Blob([words], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      return;
    } catch (thrown) {
      // A failed fetch is the caller's to word; a refusing clipboard has the older way.
      await text;
      if (!document.queryCommandSupported?.('copy')) throw thrown;
    }
  }
  const area = document.createElement('textarea');
  area.value = await text;
  area.className = 'visually-hidden';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
