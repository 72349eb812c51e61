import type { InjectionKey } from 'vue'
import type { Frame } from './Frame'

/** How parts of the frame that stand inside of a page get what they draw. */
export const FRAME_KEY: InjectionKey<Frame> = Symbol('frame')

/** The word that marks slots, in a page that is composed later. */
export const SLOT_MARK_KEY: InjectionKey<string | undefined> = Symbol('slot mark')
