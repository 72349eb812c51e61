// Preloaded into every child, which leads a process group of its own: ends the group when its parent process is gone,
// even after kill -9.
import process from 'node:process'

const parent = process.env.EXIT_WITH_PARENT
// Grandchildren have another parent, so the variable is not passed on.
delete process.env.EXIT_WITH_PARENT

if (parent) {
  if (!process.channel || process.ppid !== Number(parent))
    process.exit(1)
  process.on('disconnect', () => {
    setTimeout(() => process.kill(-process.pid, 'SIGKILL'), 5000).unref()
    process.kill(-process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
