/**
 * Whether a document was deleted. Returns false unless the user is still signed in: the CMS may only hide the document
 * from another user.
 */
export async function isGone(document: string, { me, person }: { me: string, person: string }): Promise<boolean> {
  const { user } = await read<{ user?: { id: number | string } | null }>(me)
  if (!user || String(user.id) !== person)
    return false
  const { status } = await fetch(`${document}?depth=0&draft=true&trash=true`, { credentials: 'include' })
  return status === 404
}

async function read<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url, { credentials: 'include' })
  return await response.json() as Answer
}
