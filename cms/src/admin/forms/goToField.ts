import type { FieldPlace } from './describeFields.ts'

/** Opens the tabs and rows around a field, and focuses it. */
export async function goToField(form: HTMLElement, { path, tabs, rows }: FieldPlace): Promise<void> {
  for (const tab of tabs)
    openTab(form, tab)
  for (const { path, index } of rows) {
    const row = await appearing(() =>
      form.querySelector<HTMLElement>(`#${CSS.escape(`${path.replaceAll('.', '-')}-row-${index}`)}`),
    )
    if (!row)
      return
    // The admin renders a distant row only when it comes near the screen.
    row.scrollIntoView({ block: 'nearest' })
    openRow(row)
  }
  const field = await appearing(() => fieldAt(form, path))
  field?.scrollIntoView({ block: 'center' })
  focusableIn(field)?.focus({ preventScroll: true })
}

function openTab(form: HTMLElement, label: string): void {
  const tabs = [...form.querySelectorAll<HTMLButtonElement>('.tabs-field__tab-button')]
  const tab = tabs.find(({ textContent }) => textContent.startsWith(label))
  if (tab && !tab.classList.contains('tabs-field__tab-button--active'))
    tab.click()
}

function openRow(row: HTMLElement): void {
  const collapsible = row.querySelector('.collapsible')
  if (collapsible?.classList.contains('collapsible--collapsed'))
    collapsible.querySelector<HTMLButtonElement>('.collapsible__toggle')?.click()
}

/** Most fields carry their path as an id, rich text as an attribute. */
function fieldAt(form: HTMLElement, path: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(
    `#${CSS.escape(`field-${path.replaceAll('.', '__')}`)}, [data-field-path="${CSS.escape(path)}"]`,
  )
}

const FOCUSABLE
  = 'input:not([type="hidden"], [disabled]), textarea:not([disabled]), select:not([disabled]), [contenteditable="true"], button:not([disabled])'

function focusableIn(field: HTMLElement | null): HTMLElement | null {
  return field?.matches(FOCUSABLE) ? field : field?.querySelector<HTMLElement>(FOCUSABLE) ?? field
}

const MAX_WAIT_MS = 3000

async function appearing<Found>(find: () => Found | null): Promise<Found | null> {
  const deadline = Date.now() + MAX_WAIT_MS
  for (;;) {
    const found = find()
    if (found || Date.now() > deadline)
      return found
    await new Promise(resolve => window.setTimeout(resolve, 50))
  }
}
