import type { InjectionKey } from 'vue'
import type { Layout } from './Layout'

/** Provides the layout to those of its parts that stand inside a page. */
export const LAYOUT_KEY: InjectionKey<Layout> = Symbol('frame')

/** Provides the word that marks slots in a page to compose later. */
export const SLOT_MARKER_KEY: InjectionKey<string | undefined> = Symbol('slot mark')
