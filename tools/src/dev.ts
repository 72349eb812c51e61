import { join } from 'node:path'
import { startChild } from './child.ts'
import { runCommand } from './command.ts'
import { importDemo } from './demo.ts'
import { readEnvironment } from './environment.ts'
import { install } from './install.ts'
import { lock } from './lock.ts'
import { requireFreePort } from './port.ts'
import { supervise } from './supervise.ts'
import { root } from './workspace.ts'

await runCommand(async (stop) => {
  const environment = readEnvironment()
  const { env, cms, web } = environment
  lock(
    env.dataDir,
    `Masthead is running already with the data in ${env.dataDir}: stop it first, or choose another DATA_DIR.`,
  )
  await requireFreePort(env.webPort, 'WEB_PORT')
  await requireFreePort(env.cmsPort, 'CMS_PORT')
  await install(stop)
  await importDemo(environment, stop)
  await Promise.all([
    supervise({
      name: 'The CMS',
      start: () =>
        startChild(['node_modules/next/dist/bin/next', 'dev', '--port', String(env.cmsPort)], {
          cwd: join(root, 'cms'),
          env: cms,
          onLine: line => console.log(`cms │ ${line}`),
        }),
    }, stop),
    supervise({
      name: 'The site',
      start: () =>
        startChild(['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--port', String(env.webPort)], {
          cwd: join(root, 'web'),
          env: web,
          onLine: line => console.log(`web │ ${line}`),
        }),
    }, stop),
  ])
  return 0
}, { whenStopped: 0 })
