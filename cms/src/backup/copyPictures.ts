import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Copies what is not there yet, or has been written since a moment; what is deleted meanwhile is left out. */
export async function copyPictures({ from, to, since = 0 }: { from: string, to: string, since?: number }): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of existsSync(from) ? await readdir(from) : []) {
    const copy = join(to, name)
    const modified = await stat(join(from, name)).then(({ mtimeMs }) => mtimeMs, unlessGone)
    if (modified === undefined || (existsSync(copy) && modified < since))
      continue
    // A copy takes over who may read it, too.
    await copyFile(join(from, name), copy, constants.COPYFILE_FICLONE).then(async () => chmod(copy, 0o600), unlessGone)
  }
}

function unlessGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
    throw error
}
