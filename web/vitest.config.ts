import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As in a production build.
  plugins: [vue({ template: { compilerOptions: { comments: false } } })],
  resolve: { alias: { '~': new URL('app', import.meta.url).pathname } },
  test: {
    name: 'web',
    include: ['test/**/*.test.ts'],
    // The longest of them wait for a CMS that does not answer.
    maxWorkers: 3,
    // On a machine that has other things to do.
    testTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
