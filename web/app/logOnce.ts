/** Tells whoever runs the site, once, what readers can do nothing about. */
export function logOnce(message: string): void {
  if (logged.has(message))
    return
  logged.add(message)
  console.error(message)
}

const logged = new Set<string>()
