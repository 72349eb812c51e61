import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from '@masthead/shared/unlessMissing'

/**
 * Copies files that are missing in the target or were written since a moment. Skips files that are deleted meanwhile.
 */
export async function copyPictures(
  { from, to, since = 0 }: { from: string, to: string, since?: number },
): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of existsSync(from) ? await readdir(from) : []) {
    const copy = join(to, name)
    const modified = (await unlessMissing(() => stat(join(from, name))))?.mtimeMs
    if (modified === undefined || (existsSync(copy) && modified < since))
      continue
    // A copy keeps the mode of the original, which lets others read it.
    await unlessMissing(() =>
      copyFile(join(from, name), copy, constants.COPYFILE_FICLONE).then(() => chmod(copy, 0o600)),
    )
  }
}
