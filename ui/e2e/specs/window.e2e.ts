/** The window itself: it opens, says who it is, breaks none of its own rules, and opens again. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../driver';

describe('the window', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  it('opens on the interface', async () => {
    expect(await desk.window.title()).toContain('Chancery');
    expect(await desk.window.url()).toMatch(/^tauri:/);
    await desk.window.until(
      'something to read',
      async () => (await desk.window.script('return document.body.innerText.trim()')) !== '',
    );
  });

  it('can be as small as 900 × 600', async () => {
    await desk.window.resize(900, 600);
    const overflow = await desk.window.script('return document.documentElement.scrollWidth > innerWidth');
    expect(overflow).toBe(false);
    await desk.window.resize(1280, 800);
  });

  it('breaks no rule of its content policy', async () => {
    expect(await desk.violations()).toEqual([]);
  });

  it('sees a rule broken', async () => {
    // A test that cannot fail proves nothing: break the policy on purpose once.
    await desk.window.script(`
      const script = document.createElement('script');
      script.textContent = 'window.__injected = true';
      document.head.append(script);
      script.remove();
    `);
    const seen = await desk.window.until('the violation', async () => {
      const violations = await desk.violations();
      return violations.length > 0 ? violations : undefined;
    });
    expect(seen[0]).toContain('script-src');
    expect(await desk.window.script('return window.__injected ?? false')).toBe(false);
    await desk.window.script('window.__violations = []');
  });

  it('reaches no address outside itself', async () => {
    const outcome = await desk.window.script(`
      window.__reached = 'waiting';
      fetch('http://127.0.0.1:9/').then(() => { window.__reached = 'reached'; }, () => { window.__reached = 'refused'; });
    `);
    expect(outcome).toBeNull();
    await desk.window.until(
      'the refusal',
      async () => (await desk.window.script('return window.__reached')) === 'refused',
    );
    expect((await desk.violations()).some((one) => one.startsWith('connect-src'))).toBe(true);
    await desk.window.script('window.__violations = []');
  });

  it('opens again after it was closed', async () => {
    await desk.restart();
    expect(await desk.window.title()).toContain('Chancery');
  });
});
