import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './workspace.ts'

/** Returns the path of nginx on this machine; undefined if there is none. */
export function findNginx(): string | undefined {
  return ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((program) => {
    try {
      execFileSync(program, ['-v'], { stdio: 'ignore' })
      return true
    }
    catch {
      return false
    }
  })
}

export interface Nginx {
  url: string
  pid: number
  stop: () => Promise<void>
}

/**
 * Starts nginx with one worker and a site. The worker may read what this process may.
 *
 * @param options.site the `server` block with its surroundings, as in a folder that the main configuration includes
 */
export async function startNginx(program: string, { port, site }: { port: number, site: string }): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-nginx-'))
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(site))
  const output: string[] = []
  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.on('data', chunk => output.push(String(chunk)))
  const kill = () => void child.kill('SIGTERM')
  process.once('exit', kill)
  const stop = async () => {
    process.removeListener('exit', kill)
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      kill()
      await exited
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 10_000
  while (!await fetch(url, { method: 'HEAD' }).then(() => true, () => false)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`nginx did not get ready:\n${output.join('')}`)
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return { url, pid: child.pid!, stop }
}

/** Returns the site of `web/nginx.conf.template`. */
export function mastheadSite(
  { port, webAddress, pagesDir, hstsMaxAgeS }: {
    port: number
    webAddress: string
    pagesDir: string
    hstsMaxAgeS?: number
  },
): string {
  const values: Record<string, string> = {
    NGINX_PORT: String(port),
    WEB_ADDRESS: webAddress,
    PAGES_DIR: pagesDir,
    HSTS_MAX_AGE: hstsMaxAgeS === undefined ? '' : String(hstsMaxAgeS),
  }
  return readFileSync(join(root, 'web/nginx.conf.template'), 'utf8').replaceAll(
    /\$\{([A-Z_]+)\}/g,
    (_, name: string) => values[name]!,
  )
}

function mainConfiguration(site: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `  ${kind}_temp_path tmp/${kind};`).join('\n')
  return `
daemon off;
pcre_jit on;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid nginx.pid;
worker_processes 1;
events { worker_connections 1024; }
http {
${folders}
  access_log off;
  ${site}
}
`
}
