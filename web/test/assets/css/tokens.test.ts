import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../app/assets/css/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

describe.each([['light', light], ['dark', dark]])('the colours, %s', (_, part) => {
  const colours = Object.fromEntries(
    [...part.matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour!]),
  )

  it.each([
    ['ink', 'paper', 7],
    ['soft', 'paper', 4.5],
    ['accent', 'paper', 4.5],
    ['ink', 'tint', 7],
    ['soft', 'tint', 4.5],
  ])('%s on %s can be read by everybody', (text, ground, ratio) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(ratio)
  })
})

it.each([['light', light], ['dark', dark]])('the browser around the page is told of the paper, %s', (scheme, part) => {
  const [, paper] = /--paper: (#\w+)/.exec(part)!
  expect(readFileSync(new URL('../../../nuxt.config.ts', import.meta.url), 'utf8')).toContain(
    `content: '${paper}', media: '(prefers-color-scheme: ${scheme})'`,
  )
})

/** By WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
