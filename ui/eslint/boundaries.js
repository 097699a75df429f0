// The arrows inside the interface: only lib/ipc knows Tauri, features know only lib, kit knows no feature.
import path from 'node:path';

/** Where a file belongs: 'app', 'ipc', 'kit', 'lib', or 'feature:<name>'; null outside src. */
export function areaOf(file) {
  const parts = file.split(path.sep).join('/').split('/src/').at(-1)?.split('/') ?? [];
  if (!file.split(path.sep).join('/').includes('/src/')) return null;
  if (parts[0] === 'features') return `feature:${parts[1]}`;
  if (parts[0] === 'lib') return parts[1] === 'ipc' || parts[1] === 'kit' ? parts[1] : 'lib';
  return 'app';
}

/** Why `importer` may not import `source`, or null when it may. */
export function violation(importer, source) {
  const from = areaOf(importer);
  if (from === null) return null;
  if (source.startsWith('@tauri-apps/')) {
    return from === 'ipc' ? null : 'Only src/lib/ipc may import @tauri-apps.';
  }
  let target;
  if (source.startsWith('$lib/')) target = `/src/lib/${source.slice(5)}`;
  else if (source.startsWith('.')) target = path.resolve(path.dirname(importer), source);
  else return null;
  const to = areaOf(target);
  if (to === null || to === from) return null;
  if (from.startsWith('feature:')) {
    if (to === 'app') return 'A feature never imports the app; it is handed what it needs.';
    if (to.startsWith('feature:')) return 'Features never import each other; share through lib/*.';
  }
  if ((from === 'lib' || from === 'kit' || from === 'ipc') && (to === 'app' || to.startsWith('feature:'))) {
    return 'lib/* knows neither features nor the app.';
  }
  if (from === 'kit' && to === 'ipc') return 'Shared controls show what they are given; they call nothing.';
  return null;
}

const rule = {
  meta: { type: 'problem', schema: [], messages: { crossed: '{{why}}' } },
  create(context) {
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      const why = violation(context.filename, source);
      if (why) context.report({ node, messageId: 'crossed', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

export default { rules: { boundaries: rule } };
