/** Child processes of a window test: each in a group of its own, ended by id, its last words kept for the report. */

import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { createServer } from 'node:net';

const KEPT_OUTPUT = 8_000;

export class Child {
  #output = '';
  #exited = false;

  private constructor(
    readonly name: string,
    readonly process: ChildProcess,
  ) {
    const keep = (chunk: unknown): void => {
      this.#output = (this.#output + String(chunk)).slice(-KEPT_OUTPUT);
    };
    process.stdout?.on('data', keep);
    process.stderr?.on('data', keep);
    process.on('error', (error) => {
      keep(`${error.message}\n`);
      this.#exited = true;
    });
    process.on('exit', () => {
      this.#exited = true;
    });
  }

  static start(name: string, args: string[], env: NodeJS.ProcessEnv, extraPipes = 0): Child {
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
    for (let pipe = 0; pipe < extraPipes; pipe += 1) stdio.push('pipe');
    return new Child(name, spawn(name, args, { env, stdio, detached: true }));
  }

  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return !this.#exited;
  }

  /** Ends the whole group: politely, then after two seconds for certain. */
  async end(): Promise<void> {
    const group = this.process.pid;
    if (group === undefined) return;
    for (const [signal, patience] of [
      ['SIGTERM', 2_000],
      ['SIGKILL', 2_000],
    ] as const) {
      try {
        process.kill(-group, signal);
      } catch {
        return; // nobody is left in the group
      }
      const deadline = Date.now() + patience;
      while (Date.now() < deadline && groupLives(group)) await sleep(20);
    }
  }
}

function groupLives(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A TCP port of this machine that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
}
