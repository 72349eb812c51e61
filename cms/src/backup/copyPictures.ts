import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from '@masthead/shared/unlessMissing'

/** Copies what is not there yet, or has been written since a moment; what is deleted meanwhile is left out. */
export async function copyPictures({ from, to, since = 0 }: { from: string, to: string, since?: number }): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of existsSync(from) ? await readdir(from) : []) {
    const copy = join(to, name)
    const modified = (await unlessMissing(() => stat(join(from, name))))?.mtimeMs
    if (modified === undefined || (existsSync(copy) && modified < since))
      continue
    // A copy takes over who may read it, too.
    await unlessMissing(() => copyFile(join(from, name), copy, constants.COPYFILE_FICLONE).then(() => chmod(copy, 0o600)))
  }
}
