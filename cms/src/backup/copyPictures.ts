import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Copies files that are missing in the target or were written since a moment. Skips files that are deleted meanwhile.
 */
export async function copyPictures({ from, to, since = 0 }: { from: string, to: string, since?: number }): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of existsSync(from) ? await readdir(from) : []) {
    const copy = join(to, name)
    const modified = await stat(join(from, name)).then(({ mtimeMs }) => mtimeMs, unlessGone)
    if (modified === undefined || (existsSync(copy) && modified < since))
      continue
    // A copy keeps the mode of the original, which lets others read it.
    await copyFile(join(from, name), copy, constants.COPYFILE_FICLONE).then(async () => chmod(copy, 0o600), unlessGone)
  }
}

function unlessGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
    throw error
}
