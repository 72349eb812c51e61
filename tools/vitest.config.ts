import { fileURLToPath } from 'node:url'

export default {
  // This folder has its own installation, without vitest: its tests borrow the one that the CMS has.
  resolve: { alias: { vitest: fileURLToPath(import.meta.resolve('../cms/node_modules/vitest/dist/index.js')) } },
  test: { name: 'tools', include: ['test/**/*.test.ts'], testTimeout: 20_000 },
}
