import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { addTemplate, defineNuxtModule } from 'nuxt/kit'
import { subsetHeadingFont } from './subset'

/** Makes the heading face at build time, serves it from the site itself and has it loaded at once. */
export default defineNuxtModule({
  meta: { name: 'heading-font' },
  async setup(_, nuxt) {
    const faces = (await subsetHeadingFont()).map(({ bytes, unicodeRange }) => {
      const name = `heading-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.woff2`
      return { name, href: `/fonts/${name}`, bytes, unicodeRange }
    })
    const dir = resolve(nuxt.options.buildDir, 'fonts')
    // The build first empties its folder.
    nuxt.hook('build:before', async () => {
      await mkdir(dir, { recursive: true })
      await Promise.all(faces.map(({ name, bytes }) => writeFile(resolve(dir, name), bytes)))
    })

    nuxt.options.nitro.publicAssets ??= []
    nuxt.options.nitro.publicAssets.push({ dir, baseURL: '/fonts', maxAge: 31_536_000 })
    nuxt.options.css.unshift(
      addTemplate({ filename: 'heading-font.css', write: true, getContents: () => css(faces) }).dst,
    )
    nuxt.options.app.head.link ??= []
    nuxt.options.app.head.link.push({
      rel: 'preload',
      as: 'font',
      type: 'font/woff2',
      href: faces[0]!.href,
      crossorigin: '',
    })
  },
})

/**
 * The first file comes with the page or, where the line is slow, with the next one: a text that a reader has begun to
 * read does not change. Browsers fetch the others only for a letter of theirs: those letters alone change.
 */
function css(faces: { href: string, unicodeRange: string }[]): string {
  return [
    ...faces.map(({ href, unicodeRange }, index) =>
      `@font-face{font-family:Heading;font-display:${index === 0 ? 'optional' : 'swap'};src:url("${href}") format("woff2");unicode-range:${unicodeRange}}`,
    ),
    ...FALLBACKS,
  ].join('\n')
}

/**
 * The fallback of the face, stretched to its width and height, so that a page keeps its lines with either. By the
 * average widths of English letters (Georgia 0.4458 em, Times 0.4063 em, the face 0.4561 em) and the face's ascent and
 * descent (0.735 em and 0.265 em).
 */
const FALLBACKS = [
  '@font-face{font-family:"Heading Georgia";src:local("Georgia");size-adjust:102.3%;ascent-override:71.8%;descent-override:25.9%;line-gap-override:0%}',
  '@font-face{font-family:"Heading Times";src:local("Times New Roman"),local("Liberation Serif");size-adjust:112.3%;ascent-override:65.5%;descent-override:23.6%;line-gap-override:0%}',
]
