/** The driver itself: that it finds, clicks and types as its page objects rely on. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, Desk } from '../driver';

describe('the driver', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.window.script(`
      const box = document.createElement('section');
      box.id = 'driver-test';
      box.setAttribute('aria-label', 'Driver test');
      for (const [tag, attributes, text] of [
        ['button', {}, 'Accept'],
        ['button', { hidden: '' }, 'Accept'],
        ['div', { role: 'button', 'aria-label': 'Reject  it' }, 'x'],
        ['input', { type: 'text', placeholder: 'Words' }, ''],
      ]) {
        const one = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
        one.textContent = text;
        one.addEventListener('click', () => box.dataset.clicked = one.getAttribute('aria-label') ?? text);
        box.append(one);
      }
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('textarea'), { title: 'In the shade' }));
      box.append(host);
      box.addEventListener('keydown', (event) => { if (event.ctrlKey && event.key === 'k') box.dataset.chord = 'yes'; });
      document.body.prepend(box);
    `);
  });
  afterAll(() => desk.close());

  it('finds by role and name, and only what is shown', async () => {
    const box = await desk.window.role('region', { name: 'Driver test' });
    expect(await desk.window.allByRole('button', { within: box })).toHaveLength(2);
    expect(await desk.window.allByRole('button', { name: 'Accept', within: box })).toHaveLength(1);
    expect(await desk.window.allByRole('button', { name: /^reject it$/i, within: box })).toHaveLength(1);
    expect(await desk.window.allByRole('textbox', { name: 'In the shade', within: box })).toHaveLength(1);
  });

  it('clicks', async () => {
    const button = await desk.window.role('button', { name: 'Reject it' });
    await button.click();
    expect(await (await desk.window.css('#driver-test')).attribute('data-clicked')).toBe('Reject  it');
    expect(await button.role()).toBe('button');
  });

  it('types words in any script and presses chords', async () => {
    const field = await desk.window.role('textbox', { name: 'Words' });
    await field.type('Саюзная дзяржава');
    expect(await field.property('value')).toBe('Саюзная дзяржава');
    await desk.window.press('Control+k');
    expect(await (await desk.window.css('#driver-test')).attribute('data-chord')).toBe('yes');
  });

  it('hears axe complain about a field without a name', async () => {
    await desk.window.script(
      `document.querySelector('#driver-test').append(document.createElement('input'))`,
    );
    expect((await accessibilityFindings(desk.window)).some((one) => one.startsWith('label '))).toBe(true);
  });

  it('takes pictures of the size asked for', async () => {
    const picture = await desk.window.screenshot();
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1280, 800]);
  });
});
