import type { Endpoint } from 'payload'
import config from '../../../src/payload.config.ts'

export interface Route {
  method: string
  /** With its parameters still in it: `/api/posts/:id`. */
  path: string
  /** Undefined for what belongs to none. */
  collection?: string
}

/** Every REST route there is, derived from the configuration: one that is added is on the list by itself. */
export async function restRoutes(): Promise<Route[]> {
  const { collections, globals, endpoints } = await config
  return [
    ...collections.flatMap(({ slug, endpoints }) => routes(`/api/${slug}`, endpoints || [], slug)),
    ...globals.flatMap(({ slug, endpoints }) => routes(`/api/globals/${slug}`, endpoints || [])),
    ...routes('/api', endpoints),
  ]
}

/** The paths of a route, one for each combination of what its parameters may stand for. */
export function pathsOf(route: Route, known: Record<string, string[]>): string[] {
  const [parameter] = /:\w+/.exec(route.path) ?? []
  if (!parameter)
    return [route.path.replace(/\/\?/g, '').replace(/(?<=.)\/$/, '')]
  const values = known[parameter.slice(1)]
  if (!values) {
    throw new Error(
      `${route.path} has a parameter that the leak test does not know: say in leaks.test.ts what a stranger may put for ${parameter}.`,
    )
  }
  return values.flatMap(value =>
    pathsOf({ ...route, path: route.path.replace(parameter, value).replace(/\?$/, '') }, known),
  )
}

function routes(prefix: string, endpoints: readonly Omit<Endpoint, 'root'>[], collection?: string): Route[] {
  return endpoints.map(({ method, path }) => ({ method: method.toUpperCase(), path: `${prefix}${path}`, collection }))
}
