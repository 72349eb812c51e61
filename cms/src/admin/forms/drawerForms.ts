/** The state of a form that decides whether its drawer may close. */
export interface DrawerForm {
  form: HTMLElement
  isUnsaved: () => boolean
  /** Whether the form saves itself: then the drawer waits for the save. */
  savesItself: boolean
  title: string
}

const forms = new Set<DrawerForm>()

/** Lists a form. Returns a function that removes it again. */
export function listDrawerForm(form: DrawerForm): () => void {
  forms.add(form)
  return () => void forms.delete(form)
}

export function drawerFormIn(drawer: Element): DrawerForm | undefined {
  return [...forms].find(({ form }) => form.closest('.drawer') === drawer)
}
