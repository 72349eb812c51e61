import type { SlotName } from '../frame/Frame'
import { createCommentVNode, defineComponent, inject } from 'vue'
import { SLOT_MARK_KEY } from '../frame/injectionKeys'
import { endOfSlot, startOfSlot } from '../frame/slotMarks'

/** Draws a part of the frame. In a page that is composed later, comments mark where it begins and ends. */
export default defineComponent({
  props: { name: { type: String as () => SlotName, required: true } },
  setup({ name }, { slots }) {
    const mark = inject(SLOT_MARK_KEY, undefined)
    return () => mark
      ? [createCommentVNode(startOfSlot(mark, name)), slots.default?.(), createCommentVNode(endOfSlot(mark, name))]
      : slots.default?.()
  },
})
