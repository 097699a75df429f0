/** The tour of the first start: it begins by itself, is gone through and left by keyboard, and comes once. */

import { afterEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, Desk, sleep } from '../driver';
import { setTheme } from '../pages/theme';

const AT_REST = 400;

describe('the tour', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  const step = async () => /\d of \d/.exec(await (await desk.window.role('dialog')).text())?.[0];
  const cards = async () => (await desk.window.allByRole('dialog')).length;

  it('leads through five places by keyboard and comes once', async () => {
    desk = await Desk.open({ tour: true });
    await desk.window.until('the first step', async () => (await step()) === '1 of 5');
    await setTheme(desk.window, 'dark');
    await sleep(AT_REST);
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    await setTheme(desk.window, 'light');
    await sleep(AT_REST);
    // The palette gives the focus back to the card, and Enter goes on.
    for (const at of [2, 3, 4, 5]) {
      await desk.window.press('Enter');
      await desk.window.until(`step ${String(at)}`, async () => (await step()) === `${String(at)} of 5`);
    }
    await desk.window.role('button', { name: 'New dossier…' });
    await sleep(AT_REST);
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    await desk.window.press('ArrowLeft');
    await desk.window.until('one step back', async () => (await step()) === '4 of 5');
    expect(await desk.window.url()).toContain('/briefings');
    await desk.window.press('Escape');
    await desk.window.until('the end', async () => (await cards()) === 0);
    await desk.window.until('that it is remembered', () =>
      Promise.resolve(desk.remembered().tour === 'left'),
    );

    await desk.restart();
    await desk.window.text('Belarus–Russia Union State');
    await sleep(AT_REST);
    expect(await cards()).toBe(0);

    await desk.window.press('?');
    await (await desk.window.role('button', { name: 'Show the tour' })).click();
    await desk.window.until('the tour again', async () => (await step()) === '1 of 5');
  });

  it('does not come where it was left before', async () => {
    desk = await Desk.open();
    await desk.window.text('Belarus–Russia Union State');
    await sleep(AT_REST);
    expect(await cards()).toBe(0);
  });
});
