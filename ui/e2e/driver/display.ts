/** A screen nobody sees: Xvfb on a display number it picks itself. */

import { Child } from './child';

export interface Display {
  /** What goes into the environment as DISPLAY. */
  readonly name: string;
  end(): Promise<void>;
}

export async function openDisplay(width = 1920, height = 1200): Promise<Display> {
  const screen = ['-screen', '0', `${String(width)}x${String(height)}x24`];
  const child = Child.start(
    'Xvfb',
    ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'],
    process.env,
    1,
  );
  const pipe = child.process.stdio[3];
  if (pipe === null || pipe === undefined) throw new Error('Xvfb has no pipe to name its display on');
  const number = await new Promise<string>((resolve, reject) => {
    const patience = setTimeout(() => {
      reject(new Error(`Xvfb named no display within 15 s: ${child.output}`));
    }, 15_000);
    let text = '';
    pipe.on('data', (chunk: unknown) => {
      text += String(chunk);
      if (!text.includes('\n')) return;
      clearTimeout(patience);
      resolve(text.trim());
    });
    child.process.on('exit', () => {
      clearTimeout(patience);
      reject(new Error(`Xvfb ended: ${child.output}`));
    });
    child.process.on('error', (error) => {
      clearTimeout(patience);
      reject(new Error(`Xvfb did not start: ${error.message}`));
    });
  });
  return { name: `:${number}`, end: () => child.end() };
}
