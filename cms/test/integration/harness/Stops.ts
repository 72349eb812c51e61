import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Between the steps of docs/how-it-stays-live.md. */
export const STEPS = [
  'before the change',
  'after the change',
  'before the commit',
  'before the number',
  'after the number',
] as const

export type Step = typeof STEPS[number]

/** Stops a CMS at a step of each change that it is making, until it is let go, or killed. */
export class Stops {
  readonly #folder = mkdtempSync(join(tmpdir(), 'masthead-stops-'))
  readonly #file = join(this.#folder, 'step')

  constructor() {
    this.letGo()
  }

  /** Of the CMS that is to be stopped. */
  get environment(): Record<string, string> {
    return { NODE_OPTIONS: `--import ${new URL('stopAtSteps.ts', import.meta.url).href}`, STOP_AT: this.#file }
  }

  at(step: Step): void {
    writeFileSync(this.#file, step)
  }

  letGo(): void {
    writeFileSync(this.#file, '')
  }

  /** Waits until so many changes have stopped. */
  async reached({ output }: { output: string[] }, count: number, from: number): Promise<void> {
    while (output.slice(from).filter(line => line.startsWith('Stopped ')).length < count)
      await sleep(10)
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true })
  }
}
