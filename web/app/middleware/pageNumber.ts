import { unnumberedPath } from '@masthead/shared/paths'
import { createError, defineNuxtRouteMiddleware, navigateTo } from '#imports'

/**
 * Accepts the numbers of pages from 2 on. The first page is the list itself, and the server redirects there before this
 * runs.
 */
export default defineNuxtRouteMiddleware((to) => {
  const { page } = to.params as { page: string }
  if (page === '1')
    return navigateTo(unnumberedPath(to.path), { redirectCode: 301 })
  if (!/^[1-9]\d{0,5}$/.test(page))
    throw createError({ statusCode: 404 })
})
