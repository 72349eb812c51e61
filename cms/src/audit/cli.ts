import { runCli } from '../cli/runCli.ts'
import { parseCommand, USAGE } from './parseCommand.ts'
import { runAuditCommand } from './runAuditCommand.ts'

await runCli({
  parse: parseCommand,
  usage: USAGE,
  run: (payload, command) => runAuditCommand(payload, command, console),
})
