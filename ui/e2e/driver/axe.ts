/** axe-core in the real window: what a reader of the screen would stumble over. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Session } from './session';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Whether something fades or slides: colours are not what they will be. What turns for ever does not count. */
const MOVING = `return document.getAnimations().some((one) =>
  one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity)`;

/** What axe finds on the screen at rest, one line a finding; an empty list is what one hopes for. */
export async function accessibilityFindings(window: Session): Promise<string[]> {
  let before: string[] = [];
  for (;;) {
    await window.until('rest', async () => !(await window.script(MOVING)));
    const findings = await findingsNow(window);
    // A message that begins to leave while axe looks is seen half gone: what is wrong is so twice.
    if (findings.length === 0 || findings.join() === before.join()) return findings;
    before = findings;
  }
}

async function findingsNow(window: Session): Promise<string[]> {
  await window.script(`if (!window.axe) { ${source}; window.axe = axe; }`);
  await window.script(`
    window.__axe = null;
    window.axe.run(document, { resultTypes: ['violations'] }).then(
      (results) => { window.__axe = { violations: results.violations }; },
      (error) => { window.__axe = { error: String(error) }; },
    );
  `);
  const outcome = (await window.until('axe', () => window.script('return window.__axe'), 30_000)) as {
    violations?: Finding[];
    error?: string;
  };
  if (outcome.violations === undefined) throw new Error(`axe: ${outcome.error ?? 'no answer'}`);
  return outcome.violations.flatMap((finding) =>
    finding.nodes.map((node) => `${finding.id} (${finding.help}): ${node.target.map(String).join(' ')}`),
  );
}
