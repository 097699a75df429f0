// Runs what drives the real window: specs (tests), shots (photographs) and measures. `cargo xtask` picks the folder.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['**/*.e2e.ts'],
    // One window at a time: two would fight for the machine, and measures would measure each other.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
