/**
 * Takes rules such as `.html-diff p:has([data-match-type=create])` out of the admin's two stylesheets: with them, each
 * field that appears in a form of 200 sections cost the browser half a second, for it judged the styles of the whole
 * page again. They belong to Payload’s view of a version, which `VersionView` replaces.
 */
export default function lightStyles(css) {
  const light = css.replaceAll(/[^{}]*:has\(\[data-[^{}]*\{[^{}]*\}/g, '')
  if (light === css) {
    throw new Error(
      'A stylesheet of Payload has no rule with `:has([data-…])` any more: see whether lightStyles.mjs may go.',
    )
  }
  return light
}
