/** Returns who has a document of a list open: “Jane Doe and 1 more are editing”. */
export function editorsWords(editors: { user: string, name: string }[], self: string | undefined): string {
  const users = new Map(editors.map(({ user, name }) => [user, user === self ? 'You' : name]))
  const [first, ...more] = [...users.values()]
  if (more.length > 0)
    return `${first} and ${more.length} more are editing`
  return first === 'You' ? 'You have it open' : `${first} is editing`
}
