import process from 'node:process'
import { runCommand } from './command.ts'
import { Failure } from './failure.ts'
import { install } from './install.ts'
import { FileChanges } from './new/FileChanges.ts'
import { generateTypes } from './new/generateTypes.ts'
import { newCollection } from './new/newCollection.ts'
import { newSection } from './new/newSection.ts'
import { parseName } from './new/parseName.ts'
import { root } from './workspace.ts'

const GENERATORS = { section: newSection, collection: newCollection }

await runCommand(async (stop) => {
  const [what = '', ...words] = process.argv.slice(2)
  if (!isGenerator(what))
    throw new Failure(`Write “npm run new:section -- NAME” or “npm run new:collection -- NAME”.`)
  const name = parseName(what, words)
  const changes = new FileChanges(root)
  const next = GENERATORS[what](name, changes)
  await install(stop)

  changes.write()
  console.log(changes.paths.map(path => `  ${path}`).join('\n'))
  await generateTypes(root, stop)
  console.log(`\nNext:\n${next.map((line, index) => `  ${index + 1}. ${line}`).join('\n')}`)
  return 0
}, { whenStopped: 130 })

function isGenerator(what: string): what is keyof typeof GENERATORS {
  return Object.hasOwn(GENERATORS, what)
}
