import type { SlotName } from '../layout/Layout'
import { createCommentVNode, defineComponent, inject } from 'vue'
import { SLOT_MARKER_KEY } from '../layout/injectionKeys'
import { endOfSlot, startOfSlot } from '../layout/slotMarkers'

/** Renders a part of the layout. In a page to compose later, comments mark its start and its end. */
export default defineComponent({
  props: { name: { type: String as () => SlotName, required: true } },
  setup({ name }, { slots }) {
    const marker = inject(SLOT_MARKER_KEY, undefined)
    return () => marker
      ? [createCommentVNode(startOfSlot(marker, name)), slots.default?.(), createCommentVNode(endOfSlot(marker, name))]
      : slots.default?.()
  },
})
