import { fileURLToPath } from 'node:url'

export default {
  // This folder has its own installation, without vitest: its tests borrow the one that the CMS has.
  resolve: { alias: { vitest: fileURLToPath(import.meta.resolve('../cms/node_modules/vitest/dist/index.js')) } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'tools', include: ['test/**/*.test.ts'], exclude: ['test/generators/**'], testTimeout: 20_000 },
      },
      // Type-checking a copy of the workspace takes a minute.
      {
        extends: true,
        test: { name: 'generators', include: ['test/generators/*.test.ts'], testTimeout: 300_000, hookTimeout: 60_000 },
      },
    ],
  },
}
