/** Returns an id that no other record has. (`crypto.randomUUID` exists on encrypted pages only.) */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-')
}
