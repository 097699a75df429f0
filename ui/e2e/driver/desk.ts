/** The installed desk on a screen of its own: its files in a scratch folder, its window driven through WebKitWebDriver. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { Child, freePort, sleep } from './child';
import { openDisplay, type Display } from './display';
import { Session, WebDriverError } from './session';

const START = 30_000;
/** As long as a desk may take from its window to what is in it, on a busy machine. */
const DRAWN = 45_000;
const ANSWERED = 5_000;
/** Of a page that stays empty: what it loaded, and whether the desk answers it. */
const LAID_OPEN = `
  const since = performance.now();
  const say = (what) => { window.__answered = what + ' after ' + (performance.now() - since) + ' ms'; };
  window.__answered = 'nothing';
  window.__TAURI_INTERNALS__?.invoke('call', { command: 'ui_state', args: {} }).then(
    (answer) => say(JSON.stringify(answer).slice(0, 200)), (error) => say('refused: ' + JSON.stringify(error)));
  return {
    address: location.href, state: document.readyState, app: document.getElementById('app')?.outerHTML.slice(0, 500),
    loaded: performance.getEntriesByType('resource').map((one) => one.name + ' ' + one.responseStatus + ' ' + one.duration),
    open: performance.now(),
  };
`;
/** As long as a desk may take to close on a busy machine. */
const CLOSING = 25_000;
/** Where the desk keeps its files below XDG_DATA_HOME. */
const DATA_FOLDER = 'chancery';

export interface DeskOptions {
  /** The size of the page in CSS pixels; 1280 × 800 unless told. */
  width?: number;
  height?: number;
  /** Leave the window as large as it opens. */
  resize?: boolean;
  /** The program, when it is not the desk under test. */
  binary?: string;
  /** Arguments of the desk, e.g. `['--dossier', file]`. */
  args?: string[];
  env?: Record<string, string>;
  /** Let the tour of the first start begin; without it the desk is told that it was left. */
  tour?: boolean;
  /** Where the window was left the time before, e.g. `/articles`: it opens there. */
  at?: string;
  /** Don't count what the page breaks of its content policy as an error when the desk is closed. */
  allowViolations?: boolean;
}

/** A path the command gave us through the environment. */
function told(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run this through cargo xtask`);
  return value;
}

/** A new empty folder for one test, below what the command gave us. */
export function scratchFolder(name: string): string {
  const parent = process.env['CHANCERY_SCRATCH'] ?? join(tmpdir(), 'chancery-window');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${name}-`));
}

/** Runs chancery-cli beside the window, and returns what it printed. */
export function cli(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(told('CHANCERY_CLI'), args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`chancery-cli ${args.join(' ')}: ${stderr || error.message}`));
    });
  });
}

export class Desk {
  #session: Session | undefined;
  #driver: Child | undefined;
  #launchedAt = 0;

  private constructor(
    private readonly display: Display,
    /** Where the desk keeps its data, settings and caches in this test. */
    readonly home: string,
    private readonly options: DeskOptions,
  ) {}

  /** Opens a desk that has never been opened before. */
  static async open(options: DeskOptions = {}): Promise<Desk> {
    const desk = new Desk(await openDisplay(), scratchFolder('home'), options);
    const left: Record<string, string> = {};
    if (options.tour !== true) left['tour'] = 'left';
    if (options.at !== undefined) left['route'] = `#${options.at}`;
    if (Object.keys(left).length > 0) desk.remember(left);
    try {
      await desk.start();
    } catch (error) {
      await desk.close();
      throw error;
    }
    return desk;
  }

  get window(): Session {
    if (this.#session === undefined) throw new Error('the desk is not open');
    return this.#session;
  }

  /** The DISPLAY its window is on. */
  get screen(): string {
    return this.display.name;
  }

  /** When the program was last launched, in milliseconds since 1970. */
  get launchedAt(): number {
    return this.#launchedAt;
  }

  /**
   * Ends the desk as closing its window does, and opens it again on the same files. What the window remembers is written
   * half a second after it changed: a person is never so quick.
   */
  async restart(): Promise<void> {
    const place = new URL(await this.window.url()).hash;
    await this.window.until('the place to be remembered', () =>
      Promise.resolve((this.remembered()['route'] ?? '') === place),
    );
    await this.stop();
    await this.start();
  }

  /** Ends the desk without a warning, as a power cut would. */
  async kill(): Promise<void> {
    for (const id of this.processes()) process.kill(id, 'SIGKILL');
    await this.#driver?.end();
    this.#driver = undefined;
    this.#session = undefined;
  }

  /** Opens the desk again after `kill`. */
  async start(): Promise<void> {
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: this.display.name,
      WAYLAND_DISPLAY: '',
      GDK_BACKEND: 'x11',
      // Without it WebKitWebDriver waits for a window that never listens.
      TAURI_WEBVIEW_AUTOMATION: 'true',
      HOME: this.home,
      XDG_DATA_HOME: join(this.home, 'data'),
      XDG_CONFIG_HOME: join(this.home, 'config'),
      XDG_CACHE_HOME: join(this.home, 'cache'),
      NO_AT_BRIDGE: '1',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      ...this.options.env,
    };
    const driver = Child.start('WebKitWebDriver', [`--port=${String(port)}`], env);
    this.#driver = driver;
    const base = `http://127.0.0.1:${String(port)}`;
    const deadline = Date.now() + START;
    for (;;) {
      try {
        await fetch(`${base}/status`);
        break;
      } catch {
        if (!driver.running) throw new Error(`WebKitWebDriver ended: ${driver.output}`);
        if (Date.now() > deadline) throw new Error('WebKitWebDriver does not answer');
        await sleep(10);
      }
    }
    try {
      const binary = this.options.binary ?? told('CHANCERY_BINARY');
      this.#launchedAt = Date.now();
      this.#session = await Session.open(base, binary, this.options.args ?? []);
    } catch (error) {
      const why = error instanceof WebDriverError ? error.message : String(error);
      throw new Error(`the desk did not open: ${why}\n${driver.output}`, { cause: error });
    }
    if (this.options.resize !== false) {
      await this.window.resize(this.options.width ?? 1280, this.options.height ?? 800);
    }
    await this.watchPolicy();
    if (this.options.binary === undefined) await this.drawn();
  }

  /** Waits until the desk has drawn something; where it never does, tells what can be seen of why. */
  private async drawn(): Promise<void> {
    const look = () => this.window.script('return document.body.innerText.trim()');
    try {
      await this.window.until('the desk to draw something', async () => (await look()) !== '', DRAWN);
    } catch (error) {
      const page = await this.window.script(LAID_OPEN).catch(String);
      await sleep(ANSWERED);
      const answer = await this.window.script('return window.__answered').catch(String);
      const load = readFileSync('/proc/loadavg', 'utf8').trim();
      const told = JSON.stringify({ page, answer, load }, null, 2);
      throw new Error(`${String(error)}\n${told}\n${this.states()}\n${this.#driver?.output ?? ''}`, {
        cause: error,
      });
    }
  }

  /** What the page did that its content policy forbids. */
  async violations(): Promise<string[]> {
    return (await this.window.script('return window.__violations ?? []')) as string[];
  }

  /** What the desk's window remembers at this moment. */
  remembered(): Record<string, unknown> {
    try {
      return JSON.parse(readFileSync(this.windowFile, 'utf8')) as Record<string, unknown>;
    } catch {
      return {};
    }
  }

  private get windowFile(): string {
    return join(this.home, 'data', DATA_FOLDER, 'window.json');
  }

  /** Puts into the desk's data folder what its window remembers of an earlier time. */
  private remember(state: Record<string, string>): void {
    mkdirSync(dirname(this.windowFile), { recursive: true });
    writeFileSync(this.windowFile, JSON.stringify(state));
  }

  /** The ids of the desk's processes: its own and those of its web view. */
  processes(): number[] {
    const parents = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      } catch {
        // it ended while we looked
      }
    }
    const driver = this.#driver?.process.pid;
    const family = new Set(driver === undefined ? [] : [driver]);
    for (let grown = true; grown;) {
      grown = false;
      for (const [id, parent] of parents) {
        if (family.has(parent) && !family.has(id)) {
          family.add(id);
          grown = true;
        }
      }
    }
    return [...family].filter((id) => id !== driver);
  }

  /** What the desk's processes are doing, as the system tells it. */
  private states(): string {
    return this.processes()
      .map((id) => {
        try {
          return readFileSync(`/proc/${String(id)}/status`, 'utf8')
            .split('\n')
            .slice(0, 3)
            .join(' ');
        } catch {
          return `${String(id)} has ended`;
        }
      })
      .join('\n');
  }

  async close(): Promise<void> {
    try {
      if (this.#session !== undefined && this.options.allowViolations !== true) {
        const violations = await this.violations().catch(() => []);
        if (violations.length > 0)
          throw new Error(`the content policy was broken:\n${violations.join('\n')}`);
      }
    } finally {
      await this.stop();
      await this.display.end();
      rmSync(this.home, { recursive: true, force: true });
    }
  }

  private async stop(): Promise<void> {
    const closed = Promise.resolve(this.#session?.close()).then(
      () => true,
      () => true, // the window is gone already
    );
    if (!(await Promise.race([closed, sleep(CLOSING).then(() => false)]))) {
      console.warn(
        `the desk did not close within ${String(CLOSING / 1000)} s and was ended:\n${this.states()}`,
      );
    }
    await this.#driver?.end();
    this.#session = undefined;
    this.#driver = undefined;
  }

  private async watchPolicy(): Promise<void> {
    await this.window.script(`
      if (window.__violations) return;
      window.__violations = [];
      const note = (what) => window.__violations.push(what.violatedDirective + ' ' + what.blockedURI + ' ' + what.sourceFile);
      document.addEventListener('securitypolicyviolation', note);
      // What was broken before we came is still known to the observer.
      try {
        new ReportingObserver((reports) => reports.forEach((one) => note({
          violatedDirective: one.body.effectiveDirective, blockedURI: one.body.blockedURL, sourceFile: one.body.sourceFile,
        })), { types: ['csp-violation'], buffered: true }).observe();
      } catch {}
    `);
  }
}
