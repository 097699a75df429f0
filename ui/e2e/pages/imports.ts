/** Bringing files in and working through what needs a look. */

import type { Element, Session } from '../driver';

/** Says to the window what the system says while files are dragged over it. */
async function drag(window: Session, event: 'drag-enter' | 'drag-drop', paths: string[]): Promise<void> {
  await window.script(
    `window.__dragged = window.__TAURI_INTERNALS__.invoke('plugin:event|emit_to', {
       target: { kind: 'Webview', label: 'main' },
       event: 'tauri://' + arguments[0],
       payload: { paths: arguments[1], position: { x: 600, y: 400 } },
     })`,
    event,
    paths,
  );
}

/** Drops files and folders on the window; WebDriver can't drag from outside. */
export async function dropPaths(window: Session, paths: string[]): Promise<void> {
  await window.until('the window to say that one may drop', async () => {
    await drag(window, 'drag-enter', paths);
    return window.script('return document.querySelector(".drop") !== null');
  });
  await drag(window, 'drag-drop', paths);
}

/** Pastes what a browser puts on the clipboard; WebDriver can't reach the system's. */
export async function pasteInto(
  window: Session,
  css: string,
  copied: { html: string; text: string },
): Promise<void> {
  await window.script(
    `const clipboardData = new DataTransfer();
     clipboardData.setData('text/html', arguments[1].html);
     clipboardData.setData('text/plain', arguments[1].text);
     document.querySelector(arguments[0]).dispatchEvent(
       new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));`,
    css,
    copied,
  );
}

/** Goes to the import of this name. */
export async function openImport(window: Session, name: string): Promise<void> {
  await window.route('/imports');
  await (
    await window.until(
      'the import in the list',
      () =>
        window.script(
          `return [...document.querySelectorAll('[role="listbox"][aria-label="Imports"] [role="option"] > .row')]
           .find((row) => row.innerText.includes(arguments[0]))`,
          name,
        ) as Promise<Element | undefined>,
    )
  ).click();
  await window.until('the report', async () => /\/imports\/\d+/.test(await window.url()));
}

/** Shows only the files with this outcome. */
export async function filterBy(window: Session, outcome: RegExp): Promise<void> {
  await (await window.role('button', { name: outcome })).click();
}

/** The rows of the report in sight, each in one line: a row laid out but not yet measured is hidden and has no words. */
export async function reportRows(window: Session): Promise<string[]> {
  return (await window.script(
    `return [...document.querySelectorAll('[aria-label="Files of the import"] [role="option"]')]
       .map((row) => row.innerText.replace(/\\s+/g, ' ').trim())
       .filter((words) => words !== '')`,
  )) as string[];
}

/** The article of the queue that is in focus. */
export async function inFocus(window: Session): Promise<number> {
  return Number(/#\/look\/(\d+)/.exec(await window.url())?.[1] ?? 0);
}
