import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { parse } from 'node:path'
import { slugify } from '@masthead/shared/slugify'
import { endingsOf } from './endingsOf.ts'

/**
 * Gives an upload a name that no other picture has, whatever its extension. Otherwise one picture would overwrite
 * another: the sizes of `a.png` and `a.jpg` have the same file names, a size of `a.png` may have the name of another
 * picture, and two simultaneous uploads would both find a name free. The extension follows the bytes, because servers
 * derive the content type from it.
 */
export const ensureUniqueFilename: CollectionBeforeOperationHook = async ({ operation, overrideAccess, req }) => {
  const { file, user } = req
  if (!file?.name || !(user || overrideAccess) || (operation !== 'create' && operation !== 'update'))
    return
  const { name, ext } = parse(file.name)
  const words = slugify(name).replace(/-\d+x\d+$/, '') || 'picture'
  const given = ext.toLowerCase()
  const endings = await endingsOf(file.data)
  // An upload that is no picture keeps its own name in the message that refuses it.
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
    // A name is taken even if the user may not see the picture that has it.
    overrideAccess: true,
  })
  return totalDocs > 0
}

const ENDINGS = ['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp']
/** Device names of Windows, which no file can have there. */
const RESERVED = /^(?:aux|con|nul|prn|com\d|lpt\d)$/

const MAX_UPLOAD_MS = 60_000
const recent = new Set<string>()
