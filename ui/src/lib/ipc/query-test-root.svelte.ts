// Effects outside a component, for tests of queries.
export function effectRoot(setup: () => void): () => void {
  return $effect.root(setup);
}
