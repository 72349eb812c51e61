import type { Erasure } from './erasePersonalData.ts'
import type { Head } from './head.ts'
import { parseArgs } from 'node:util'

export type Command
  = | { name: 'verify', head: Head | undefined }
    | { name: 'erase', erasure: Erasure }
    | { name: 'help', problem?: string }

export const USAGE = `Usage:
  audit verify [--head NUMBER:HASH]
  audit erase USER_ID
  audit erase --before YYYY-MM-DD

verify      Says whether an entry was altered, removed, moved or inserted. --head takes a head from the log of the CMS or
            the manifest.json of a backup: the chain has to contain it.
erase       Erases names, addresses and titles from entries: those of one user (the id stands at the end of the
            address of their page), or all from before a day. The events stay, and the chain verifies as before.`

export function parseCommand(args: string[]): Command {
  try {
    const { values, positionals: [name, ...rest] } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        head: { type: 'string' },
        before: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help)
      return { name: 'help' }
    if (name === 'verify' && rest.length === 0 && values.before === undefined)
      return { name, head: values.head === undefined ? undefined : parseHead(values.head) }
    if (name === 'erase' && values.head === undefined && rest.length + (values.before === undefined ? 0 : 1) === 1)
      return { name, erasure: values.before === undefined ? { userId: rest[0]! } : { before: parseDay(values.before) } }
    return {
      name: 'help',
      problem: name === 'erase'
        ? 'Say whose data to erase: one USER_ID, or --before YYYY-MM-DD.'
        : `There is no command “${[name, ...rest].join(' ')}”.`,
    }
  }
  catch (error) {
    // `parseArgs` names the option that it does not know, and the two functions below name an invalid value.
    return { name: 'help', problem: (error as Error).message }
  }
}

function parseHead(value: string): Head {
  const [, number, hash] = /^(\d{1,15}):([\w-]{43})$/.exec(value) ?? []
  if (number === undefined || hash === undefined) {
    throw new Error(
      `--head ${value}: give a number, a colon and the 43 characters of a hash, as the log and the manifest have them.`,
    )
  }
  return { number: Number(number), hash }
}

function parseDay(value: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  if (!day || Number.isNaN(day.getTime()))
    throw new Error(`--before ${value}: give a day as YYYY-MM-DD.`)
  return day
}
