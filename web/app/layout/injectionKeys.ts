import type { InjectionKey } from 'vue'
import type { Layout } from './Layout'

/** How parts of the layout that stand inside of a page get what they draw. */
export const LAYOUT_KEY: InjectionKey<Layout> = Symbol('frame')

/** The word that marks slots, in a page that is composed later. */
export const SLOT_MARKER_KEY: InjectionKey<string | undefined> = Symbol('slot mark')
