import { runCli } from '../cli/runCli.ts'
import { parseCommand, USAGE } from './parseCommand.ts'

await runCli({
  parse: parseCommand,
  usage: USAGE,
  async run(payload, { email }) {
    const { resetFactors } = await import('./secondFactor/resetFactors.ts')
    const removed = await resetFactors(payload, email)
    if (!removed) {
      console.error(`There is no account ${email}.`)
      return 1
    }
    console.log(
      `${email}: ${removed.hadApp ? 'the authenticator app and its recovery codes were removed' : 'there was no authenticator app'}, ${count(removed.passkeys, 'passkey')} removed, ${count(removed.sessions, 'session')} ended. Sign in with the password, and set up a second factor again.`,
    )
    return 0
  },
})

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
