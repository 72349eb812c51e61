/** What closing a drawer has to know of the form in it. */
export interface DrawerForm {
  form: HTMLElement
  isUnsaved: () => boolean
  /** Whether it saves itself: then the drawer waits for it. */
  savesItself: boolean
  title: string
}

const forms = new Set<DrawerForm>()

/** Returns what takes it off the list again. */
export function listDrawerForm(form: DrawerForm): () => void {
  forms.add(form)
  return () => void forms.delete(form)
}

export function drawerFormIn(drawer: Element): DrawerForm | undefined {
  return [...forms].find(({ form }) => form.closest('.drawer') === drawer)
}
