// Writes src/lib/i18n/keys.generated.ts: every message of en.ftl with the names of its arguments, so that a
// misspelt key or a forgotten argument does not compile. Run by `npm run i18n`; a test fails when it is out of date.
import { FluentResource } from '@fluent/bundle';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Collects `$names` in a parsed pattern. */
function variables(node, found = new Set()) {
  if (Array.isArray(node)) for (const part of node) variables(part, found);
  else if (node && typeof node === 'object') {
    if (node.type === 'var') found.add(node.name);
    for (const value of Object.values(node)) variables(value, found);
  }
  return found;
}

/** The TypeScript source for the messages of one .ftl text. */
export function keysSource(ftl) {
  const messages = new FluentResource(ftl).body.filter((entry) => !entry.id.startsWith('-'));
  const lines = messages
    .map(({ id, value }) => {
      const names = [...variables(value)].sort();
      const args = names.length === 0 ? 'none' : names.map((name) => `'${name}'`).join(' | ');
      return `  '${id}': ${args === 'none' ? 'never' : args};`;
    })
    .sort();
  return [
    '// Generated from en.ftl by scripts/ftl-keys.mjs (npm run i18n). Do not edit.',
    '',
    '/** Message key → the names of its arguments. */',
    'export interface Messages {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../src/lib/i18n/', import.meta.url);
  writeFileSync(
    new URL('keys.generated.ts', folder),
    keysSource(readFileSync(new URL('en.ftl', folder), 'utf8')),
  );
}
