// Begins with a picture that takes long, and says which process does it.
import process from 'node:process'
import sharp from 'sharp'
import { PictureProcess } from '../../src/media/PictureProcess.ts'

const pictures = new PictureProcess(process.argv[2]!)
const large = sharp({
  create: {
    width: 6000,
    height: 6000,
    channels: 3,
    background: 'black',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
}).avif({ effort: 9 })
const { debuglog, queueListener, ...picture } = (large as unknown as { options: Record<string, unknown> }).options
void pictures.run({ task: 'toBuffer', picture, resolveWithObject: false })
setTimeout(() => {
  process.send!(pictures.pid)
}, 1000)
