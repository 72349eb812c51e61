import { defineConfig } from 'vitest/config'

export default defineConfig({
  // On a machine that has other things to do.
  test: { name: 'shared', include: ['test/**/*.test.ts'], testTimeout: 20_000 },
})
