import type { Locator, Page } from 'playwright-core'
import { ADMIN } from '../../integration/harness/cms.ts'

/** The admin as a person uses it: by what stands on the screen. */
export class Admin {
  readonly page: Page
  readonly #url: string

  constructor(page: Page, cmsUrl: string) {
    this.page = page
    this.#url = cmsUrl
  }

  async signIn({ email, password }: { email: string, password: string } = ADMIN, group = 'Articles'): Promise<void> {
    await this.page.goto(`${this.#url}/admin`, { waitUntil: 'networkidle' })
    await this.page.getByLabel('Email').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Login' }).click()
    await this.page.getByRole('heading', { name: group }).waitFor()
  }

  /** Enters the password when the admin asks for the current one. */
  async confirm(password: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Confirm that it is you' })
    await dialog.getByLabel('Your current password').fill(password)
    await dialog.getByRole('button', { name: 'Confirm' }).click()
  }

  /** Opens an empty form; documents that save themselves get their address at once. */
  async begin(collection: string): Promise<void> {
    await this.open(`${this.#url}/admin/collections/${collection}/create`)
  }

  async openGlobal(slug: string): Promise<void> {
    await this.open(`${this.#url}/admin/globals/${slug}`)
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'networkidle' })
    await this.untilReady()
  }

  /** Waits until a form has come to life: what is typed before would be typed into a picture of it. */
  async untilReady(): Promise<void> {
    await this.page.locator('form.collection-edit__form[data-form-ready="true"]').waitFor()
  }

  async reload(): Promise<void> {
    await this.open(this.page.url())
  }

  field(path: string): Locator {
    return this.page.locator(`#field-${path.replaceAll('.', '__')}`)
  }

  async fill(path: string, words: string): Promise<void> {
    await this.field(path).fill(words)
  }

  /** The first rich text of a section. */
  editor(section: number): Locator {
    return this.page.locator(`#sections-row-${section} [contenteditable="true"]`).first()
  }

  /** Types into the rich text of a section, key by key. */
  async write(section: number, words: string): Promise<void> {
    await this.editor(section).click()
    await this.editor(section).pressSequentially(words)
  }

  /** Pastes what was copied from a page into the rich text of a section. */
  async paste(section: number, html: string): Promise<void> {
    await this.editor(section).click()
    await this.page.evaluate(html => navigator.clipboard.write([new ClipboardItem({ 'text/html': html })]), html)
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  /** Gives a cell of a table a mark (`✓`, `✗`) or words. */
  async fillCell(row: number, column: string, value: string): Promise<void> {
    const cell = this.page.locator(`#rows-row-${row}`).getByRole('group', { name: column })
    if (/^[✓✗]$/.test(value))
      await cell.getByText(value).click()
    else
      await cell.getByPlaceholder('Words').fill(value)
  }

  async choose(path: string, name: string): Promise<void> {
    const field = this.field(path)
    await field.locator('input').first().fill(name)
    await this.page.locator('.rs__option', { hasText: name }).first().click()
  }

  async chooseUpload(path: string, filename: string): Promise<void> {
    await this.field(path).getByRole('button', { name: 'Choose from existing' }).click()
    await this.page.locator('dialog, [class*="list-drawer"]').getByRole('button', { name: filename }).first().click()
  }

  async addRow(path: string, button: string): Promise<void> {
    await this.field(path).getByRole('button', { name: button, exact: true }).click()
  }

  /** A new row takes most of a second to come: whoever knows how many there will be adds them first. */
  async addRows(path: string, button: string, count: number): Promise<void> {
    for (let added = 0; added < count; added++)
      await this.addRow(path, button)
  }

  /** Adds a section of a kind at the end, by the palette. */
  async addSection(kind: string): Promise<number> {
    const index = await this.page.locator('[id^="sections-row-"]').count()
    await this.page.getByRole('button', { name: 'Add Section' }).click()
    await this.page.locator('[id*="blocks-drawer"]').getByRole('button', { name: kind, exact: true }).click()
    await this.field(`sections.${index}.heading`).waitFor()
    return index
  }

  /** Waits until what has been typed is on the server, by what the admin says of it. */
  async untilSaved(): Promise<void> {
    const unsaved = this.page.locator('.unsaved-words', { hasText: /./ })
    await unsaved.waitFor({ timeout: 2000 }).catch(() => {})
    await unsaved.waitFor({ state: 'hidden' })
  }

  /** Saves a document that does not save itself. */
  async save(): Promise<void> {
    await this.#sent(() => this.page.getByRole('button', { name: 'Save', exact: true }).click())
  }

  async publish(): Promise<void> {
    await this.#sent(() => this.page.getByRole('button', { name: /^Publish changes/ }).click())
  }

  /** Does what saves the document, and waits until the CMS has taken it. */
  async #sent(act: () => Promise<void>): Promise<void> {
    const answered = this.page.waitForResponse(response =>
      ['PATCH', 'POST'].includes(response.request().method())
      && /\/api\/[^?]*\?(?!.*autosave=true)/.test(response.url()),
    )
    await act()
    const answer = await answered
    if (!answer.ok())
      throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`)
  }
}
