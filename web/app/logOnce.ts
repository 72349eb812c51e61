/** Logs a message for operators once, about what readers cannot change. */
export function logOnce(message: string): void {
  if (logged.has(message))
    return
  logged.add(message)
  console.error(message)
}

const logged = new Set<string>()
