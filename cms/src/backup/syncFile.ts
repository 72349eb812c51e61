import { open } from 'node:fs/promises'

/** Resolves when a file is on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().finally(async () => file.close())
}
