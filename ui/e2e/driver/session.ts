/** A WebDriver session with one window: the W3C protocol over fetch, and waiting where a person would wait. */

import { roleInPage } from './role';
import { sleep } from './child';

const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';
const WAIT = 20_000;
const POLL = 20;
/** What the driver says of an element that can't be clicked just now. */
const COVERED = new Set(['element not interactable', 'element click intercepted']);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** An error the driver reported, with its W3C code, e.g. `stale element reference`. */
export class WebDriverError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

export interface RoleQuery {
  /** The accessible name; a string must match it whole (blanks collapsed), a pattern may match anywhere in it. */
  name?: string | RegExp;
  /** Look only below this element. */
  within?: Element;
}

const NAMED_KEYS: Record<string, string> = {
  Control: '\uE009',
  Shift: '\uE008',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

export interface Point {
  x: number;
  y: number;
}

const at = (point: Point): Json => ({
  type: 'pointerMove',
  duration: 60,
  x: Math.round(point.x),
  y: Math.round(point.y),
});

export class Session {
  private constructor(
    private readonly base: string,
    readonly id: string,
  ) {}

  static async open(base: string, binary: string, args: string[]): Promise<Session> {
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } };
    const reply = await request(base, 'POST', '/session', { capabilities });
    if (
      reply === null ||
      typeof reply !== 'object' ||
      Array.isArray(reply) ||
      typeof reply['sessionId'] !== 'string'
    ) {
      throw new Error('the driver opened no session');
    }
    return new Session(base, reply['sessionId']);
  }

  async close(): Promise<void> {
    await request(this.base, 'DELETE', `/session/${this.id}`);
  }

  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json): Promise<Json> {
    return request(this.base, method, `/session/${this.id}${path}`, body);
  }

  async title(): Promise<string> {
    return String(await this.call('GET', '/title'));
  }

  async url(): Promise<string> {
    return String(await this.call('GET', '/url'));
  }

  /** Resizes the window so that its page is `width` × `height` CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.call('POST', '/window/rect', { width, height });
    await this.until(`a window of ${String(width)} × ${String(height)}`, async () => {
      const [w, h] = (await this.script('return [innerWidth, innerHeight]')) as [number, number];
      return w === width && h === height;
    });
  }

  /** Runs a function body in the page; elements may be passed and come back. */
  async script(body: string, ...args: (Json | Element)[]): Promise<unknown> {
    const sent = args.map((argument) =>
      argument instanceof Element ? { [ELEMENT_KEY]: argument.id } : argument,
    );
    return this.revive(await this.call('POST', '/execute/sync', { script: body, args: sent }));
  }

  /** Goes to a route of the interface, e.g. `/milestones`, without loading the page anew. */
  async route(path: string): Promise<void> {
    await this.script('location.hash = arguments[0]', `#${path}`);
  }

  async all(css: string, within?: Element): Promise<Element[]> {
    const scope = within === undefined ? '' : `/element/${within.id}`;
    const found = await this.call('POST', `${scope}/elements`, { using: 'css selector', value: css });
    return (this.revive(found) as unknown[]).filter((one) => one instanceof Element);
  }

  /** The first element that matches, once there is one. */
  css(css: string, within?: Element): Promise<Element> {
    return this.until(`an element ${css}`, async () => (await this.all(css, within))[0]);
  }

  async allByRole(role: string, query: RoleQuery = {}): Promise<Element[]> {
    const name: Json =
      query.name instanceof RegExp
        ? { source: query.name.source, flags: query.name.flags }
        : query.name === undefined
          ? null
          : { exact: query.name };
    const found = await this.script(`return (${roleInPage})(...arguments)`, role, name, query.within ?? null);
    return (found as unknown[]).filter((one) => one instanceof Element);
  }

  /** The first visible element of that role and name, once there is one. */
  role(role: string, query: RoleQuery = {}): Promise<Element> {
    const named = query.name === undefined ? '' : ` named ${String(query.name)}`;
    return this.until(`a ${role}${named}`, async () => (await this.allByRole(role, query))[0]);
  }

  /** Waits until the page shows the text anywhere. */
  async text(words: string, within = 'body'): Promise<void> {
    await this.until(`the text “${words}”`, () =>
      this.script(
        'return document.querySelector(arguments[1])?.innerText.replace(/\\s+/g, " ").includes(arguments[0]) ?? false',
        words,
        within,
      ),
    );
  }

  /** Waits until `look` returns something truthy; a window that changes meanwhile is no error. */
  async until<T>(what: string, look: () => Promise<T>, patience = WAIT): Promise<NonNullable<T>> {
    const deadline = Date.now() + patience;
    let last: unknown;
    do {
      try {
        const seen = await look();
        if (seen) return seen;
        last = undefined;
      } catch (error) {
        if (!(error instanceof WebDriverError)) throw error;
        last = error;
      }
      await sleep(POLL);
    } while (Date.now() < deadline);
    const because = last instanceof Error ? ` (${last.message})` : '';
    throw new Error(`waited ${String(patience / 1000)} s for ${what}${because}`);
  }

  /** Presses chords one after another on whatever has the focus: `press('Control+k', 'Escape')`. */
  async press(...chords: string[]): Promise<void> {
    const actions: Json[] = [];
    for (const chord of chords) {
      const keys = (chord === '+' ? ['+'] : chord.split('+')).map((key) => NAMED_KEYS[key] ?? key);
      for (const value of keys) actions.push({ type: 'keyDown', value });
      for (const value of keys.toReversed()) actions.push({ type: 'keyUp', value });
    }
    await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Types text on whatever has the focus. */
  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Presses the mouse at one point of the page, moves to another and lets go: a text selection, a dragged edge. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.mouse(at(from), { type: 'pointerDown', button: 0 }, at(to), { type: 'pointerUp', button: 0 });
  }

  /** Presses the mouse at one point, moves to another and holds on, until `drop`. */
  async take(from: Point, to: Point): Promise<void> {
    await this.mouse(at(from), { type: 'pointerDown', button: 0 }, at(to));
  }

  /** Moves what is held to a point and lets it go. */
  async drop(to: Point): Promise<void> {
    await this.mouse(at(to), { type: 'pointerUp', button: 0 });
  }

  private async mouse(...actions: Json[]): Promise<void> {
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.call('POST', '/actions', { actions: [pointer] });
  }

  /** The middle of what is drawn of an element. */
  async middle(element: Element): Promise<Point> {
    const box = (await this.script(
      'const { x, y, width, height } = arguments[0].getBoundingClientRect(); return { x: x + width / 2, y: y + height / 2 };',
      element,
    )) as unknown as Point;
    return box;
  }

  /** A PNG of what the window shows. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from(String(await this.call('GET', '/screenshot')), 'base64');
  }

  private revive(value: Json): unknown {
    if (Array.isArray(value)) return value.map((one) => this.revive(one));
    if (value === null || typeof value !== 'object') return value;
    const id = value[ELEMENT_KEY];
    if (typeof id === 'string') return new Element(this, id);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.revive(one)]));
  }
}

export class Element {
  constructor(
    private readonly session: Session,
    readonly id: string,
  ) {}

  /** Clicks as soon as it can be clicked: a person, too, waits until a dialog that lies over it is gone. */
  async click(): Promise<void> {
    const deadline = Date.now() + WAIT;
    for (;;) {
      try {
        await this.session.call('POST', `/element/${this.id}/click`, {});
        return;
      } catch (error) {
        if (!(error instanceof WebDriverError && COVERED.has(error.code)) || Date.now() > deadline)
          throw error;
        await sleep(POLL);
      }
    }
  }

  /** Focuses the element and types into it. */
  async type(text: string): Promise<void> {
    await this.session.call('POST', `/element/${this.id}/value`, { text });
  }

  async clear(): Promise<void> {
    await this.session.call('POST', `/element/${this.id}/clear`, {});
  }

  async text(): Promise<string> {
    return String(await this.session.call('GET', `/element/${this.id}/text`));
  }

  async attribute(name: string): Promise<string | null> {
    const value = await this.session.call('GET', `/element/${this.id}/attribute/${name}`);
    return value === null ? null : String(value);
  }

  property(name: string): Promise<unknown> {
    return this.session.call('GET', `/element/${this.id}/property/${name}`);
  }

  async role(): Promise<string> {
    return String(await this.session.call('GET', `/element/${this.id}/computedrole`));
  }

  /** The name the engine computed for assistive technology. */
  async label(): Promise<string> {
    return String(await this.session.call('GET', `/element/${this.id}/computedlabel`));
  }

  async box(): Promise<{ x: number; y: number; width: number; height: number }> {
    const script = 'const b = arguments[0].getBoundingClientRect(); return [b.x, b.y, b.width, b.height]';
    const [x, y, width, height] = (await this.session.script(script, this)) as [
      number,
      number,
      number,
      number,
    ];
    return { x, y, width, height };
  }
}

async function request(base: string, method: string, path: string, body?: unknown): Promise<Json> {
  const sent = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {};
  const reply = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...sent,
  });
  const { value } = (await reply.json()) as { value: Json };
  if (reply.ok) return value;
  const error = (value ?? {}) as { error?: string; message?: string };
  throw new WebDriverError(error.error ?? String(reply.status), error.message ?? path);
}
