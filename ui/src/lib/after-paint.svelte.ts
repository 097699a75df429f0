// What may come a moment later than what is on its way to the screen.

/** A value as it was when the screen last showed what came with it; `null` is nothing to wait for. */
export function afterPaint<T>(value: () => T | null): { readonly current: T | null } {
  let current = $state.raw<T | null>(null);

  $effect(() => {
    const next = value();
    if (next === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame is drawn after what waits for it has run, and before what waits for nothing.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => (current = next));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  });

  return {
    get current() {
      return current;
    },
  };
}
