// What can go wrong across the boundary: a code and its arguments, worded by Fluent; never a sentence to match.

export interface WireError {
  code: string;
  args: Record<string, string | number>;
  /** Technical text for the "copy details" button; not shown as the message. */
  detail: string;
}

/** An error of a command, as thrown by `call`. */
export class CommandError extends Error {
  readonly code: string;
  readonly args: Record<string, string | number>;
  readonly detail: string;

  constructor(wire: WireError) {
    super(`${wire.code}: ${wire.detail}`);
    this.name = 'CommandError';
    this.code = wire.code;
    this.args = wire.args;
    this.detail = wire.detail;
  }
}

/** Anything thrown, brought into the one shape the interface can word. */
export function toCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string') {
    const { code } = thrown;
    const args =
      'args' in thrown && typeof thrown.args === 'object' && thrown.args !== null ? thrown.args : {};
    const detail = 'detail' in thrown && typeof thrown.detail === 'string' ? thrown.detail : '';
    return new CommandError({ code, args: args as WireError['args'], detail });
  }
  const detail = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown);
  return new CommandError({ code: 'unexpected', args: {}, detail });
}
