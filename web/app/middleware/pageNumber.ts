import { unnumberedPath } from '@masthead/shared/paths'
import { createError, defineNuxtRouteMiddleware, navigateTo } from '#imports'

/** The pages of a list are numbered from 2 on; the first is the list itself, where the server leads before this is asked. */
export default defineNuxtRouteMiddleware((to) => {
  const { page } = to.params as { page: string }
  if (page === '1')
    return navigateTo(unnumberedPath(to.path), { redirectCode: 301 })
  if (!/^[1-9]\d{0,5}$/.test(page))
    throw createError({ statusCode: 404 })
})
