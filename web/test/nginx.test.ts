import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SECURITY_HEADERS } from '../server/http/securityHeaders'

it('says of files, wherever nginx takes them from, what the site says of what it sends', () => {
  const template = readFileSync(new URL('../nginx.conf.template', import.meta.url), 'utf8')
  const said = [...template.matchAll(/add_header (\S+) (?:"(.*?)"|(.*?))(?: always)?;$/gm)].map((
    [, name, quoted, bare],
  ) => [name, quoted ?? bare])
  const places = said.filter(([name]) => name === 'Cache-Control').length
  expect(places).toBe(5)
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, 'Strict-Transport-Security': '$hsts' }))
    expect(said.filter(([other]) => other === name), name).toEqual(Array.from({ length: places }, () => [name, value]))
})
