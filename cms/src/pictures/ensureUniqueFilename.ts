import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { parse } from 'node:path'
import { slugify } from '@masthead/shared/slugify'
import { endingsOf } from './endingsOf.ts'

/**
 * The sizes of `a.png` and `a.jpg` have the same file names, a size of `a.png` may have that of another picture, and two
 * pictures of one name that come at once each find it free: one would be overwritten with the other. So no two pictures
 * have the same name, whatever its ending. The ending is that of what the picture is: servers judge by it how to send it.
 */
export const ensureUniqueFilename: CollectionBeforeOperationHook = async ({ operation, overrideAccess, req }) => {
  const { file, user } = req
  if (!file?.name || !(user || overrideAccess) || (operation !== 'create' && operation !== 'update'))
    return
  const { name, ext } = parse(file.name)
  const words = slugify(name).replace(/-\d+x\d+$/, '') || 'picture'
  const given = ext.toLowerCase()
  const endings = await endingsOf(file.data)
  // What is no picture is refused by its own name.
  const ending = endings && !endings.includes(given) ? endings[0]! : given
  file.name = await freeName(RESERVED.test(words) ? `${words}-picture` : words, ending, req)
}

async function freeName(words: string, ending: string, req: PayloadRequest): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? words : `${words}-${number}`
    if (recent.has(name) || await isTaken(name, ending, req) || recent.has(name))
      continue
    recent.add(name)
    setTimeout(() => recent.delete(name), MAX_UPLOAD_MS).unref()
    return name + ending
  }
}

async function isTaken(name: string, ending: string, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'media',
    where: { filename: { in: [ending, ...ENDINGS].map(ending => name + ending) } },
    trash: true,
    req,
    // A name is taken whoever may see by what.
    overrideAccess: true,
  })
  return totalDocs > 0
}

const ENDINGS = ['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp']
/** Devices of Windows, after which no file can be named there. */
const RESERVED = /^(?:aux|con|nul|prn|com\d|lpt\d)$/

const MAX_UPLOAD_MS = 60_000
const recent = new Set<string>()
