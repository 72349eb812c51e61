import { join } from 'node:path'
import { env } from '../env'
import { PictureFiles } from './PictureFiles'

/** Beside the kept pages, so that nginx has both. */
export const keptPictures = new PictureFiles(join(env.dataDir, 'pages/media'))
