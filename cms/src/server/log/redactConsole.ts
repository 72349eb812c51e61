import { redact } from './redact.ts'

/** Makes `console.error` and `console.warn` redact their arguments: Next writes unhandled errors to them. */
export function redactConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    /* eslint-disable no-console -- these are the two that are replaced */
    const write = console[level].bind(console)
    console[level] = (...values: unknown[]) => write(...values.map(value => redact(value)))
    /* eslint-enable no-console */
  }
}
