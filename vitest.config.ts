import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], globalSetup: ['tests/bundle.ts'], testTimeout: 30_000 },
});
