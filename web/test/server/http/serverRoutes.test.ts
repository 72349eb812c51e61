import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isServerRoute, SERVER_ROUTES } from '../../../server/http/serverRoutes'

it('names every file of routes/, and no page', () => {
  const routes = readdirSync(new URL('../../../server/routes', import.meta.url), { withFileTypes: true })
    .map(entry => entry.isDirectory() ? `/${entry.name}/` : `/${entry.name.replace(/\.ts$/, '')}`)
  expect(SERVER_ROUTES.toSorted()).toEqual(routes.toSorted())
  expect(['/healthz?x', '/media/a/b.png', '/', '/healthz/', '/mediated', '/blog'].map(isServerRoute)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
