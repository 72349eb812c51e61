import { redact } from './redact.ts'

/** From now on `console.error` and `console.warn`, to which Next writes what it cannot handle, redact what they are given. */
export function redactConsole(): void {
  for (const level of ['error', 'warn'] as const) {
    /* eslint-disable no-console -- these are the two that are replaced */
    const write = console[level].bind(console)
    console[level] = (...values: unknown[]) => write(...values.map(value => redact(value)))
    /* eslint-enable no-console */
  }
}
