import type { FlattenedField } from 'payload'
import type { Session } from '../harness/Session.ts'
import type { Style } from './changesOf.ts'
import type { Data, RowList } from './rowLists.ts'
import type { Entity, Saving } from './Subject.ts'
import { expect } from 'vitest'
import { changesOf, STYLES } from './changesOf.ts'
import { differences } from './differences.ts'
import { EDITS, mapRows, refill, targetOf, withoutIds } from './edits.ts'
import { emptyValue, Generator } from './Generator.ts'
import { holdsSeveral, isKeptApart, rowLists, writable } from './rowLists.ts'
import { complete, dropOrphanedCells } from './rules.ts'
import { Subject } from './Subject.ts'

/**
 * Edits one document: does to each of its lists all that can be done to one, in random order, and saves in every way.
 * After each save it compares what the CMS holds with a plain object.
 */
export class Editing {
  readonly #subject: Subject
  readonly #generator: Generator
  /** The fields that are edited. */
  readonly #fields: FlattenedField[]
  readonly #steps: Step[]
  readonly #done: string[] = []
  #latest: Data
  #main: Data
  readonly #versions = new Map<string, Data>()

  private constructor(subject: Subject, generator: Generator, document: Data) {
    this.#subject = subject
    this.#generator = generator
    this.#fields = writable(subject.entity.flattenedFields).filter(holdsSeveral)
    this.#steps = this.#generator.shuffled([...this.#editsOfRows(), ...this.#editsOfFields()])
    this.#latest = document
    this.#main = structuredClone(document)
  }

  static async begin(
    session: Session,
    entity: Entity,
    documents: ReadonlyMap<string, readonly string[]>,
    random: () => number,
  ): Promise<Editing> {
    const generator = new Generator(entity.slug, random, documents)
    const document = generator.values(entity.flattenedFields)
    complete(document, entity.flattenedFields, generator)
    const editing = new Editing(await Subject.create(session, entity, document), generator, document)
    await editing.#check(true)
    return editing
  }

  /** Does everything, and checks the document after each save, and its versions and a duplicate at the end. */
  async finish(): Promise<void> {
    for (let steps = this.#nextSteps(); steps.length > 0; steps = this.#nextSteps()) {
      if (this.#versions.size > 3 && this.#generator.below(8) === 0)
        await this.#restore()
      const wanted = structuredClone(this.#latest)
      for (const [, edit] of steps)
        edit(wanted)
      const style = this.#generator.one(STYLES)
      await this.#save(wanted, this.#generator.one(this.#subject.savings), style, steps.map(([name]) => name))
    }
    for (const list of rowLists(this.#fields))
      await this.#replaceByBareRows(list)
    this.#compare(this.#main, await this.#subject.main(), 'what readers see')
    if (this.#subject.hasDrafts)
      await this.#checkVersions()
    if (!this.#subject.isGlobal)
      await this.#checkDuplicate()
  }

  #nextSteps(): Step[] {
    return this.#steps.splice(0, 1 + this.#generator.below(3))
  }

  async #checkVersions(): Promise<void> {
    const versions = await this.#subject.versions()
    expect(versions.length).toBe(this.#versions.size)
    for (const { id, version } of versions)
      this.#compare(this.#versions.get(id)!, version, `version ${id}`)
  }

  async #checkDuplicate(): Promise<void> {
    const duplicate = await this.#subject.duplicate()
    const copy = mapRows(this.#latest, this.#fields, withoutIds)
    this.#compare(copy, await duplicate.latest(), 'the duplicate')
    this.#compare(copy, await duplicate.main(), 'the duplicate, in the main table')
    this.#compare(this.#latest, await this.#subject.latest(), 'what was duplicated')
  }

  /** Rows without references, in the place of rows with them, get none of theirs. */
  async #replaceByBareRows(list: RowList): Promise<void> {
    for (const saving of this.#subject.savingsInPlace) {
      for (const kind of kindsWithReferences(list)) {
        for (const isBare of [false, true]) {
          const wanted = structuredClone(this.#latest)
          refill(list, wanted, this.#generator, { kind, isBare })
          await this.#save(wanted, saving, isBare ? 'no empty fields' : 'every field', [
            `${list.name}: only ${isBare ? 'bare' : 'new'} rows of kind ${kind}`,
          ])
        }
      }
    }
  }

  async #save(wanted: Data, saving: Saving, style: Style, names: string[]): Promise<void> {
    if (isForReaders(saving))
      complete(wanted, this.#fields, this.#generator)
    dropOrphanedCells(wanted)
    this.#done.push(`${names.join(', ')}; ${saving} with ${style}`)
    await this.#subject.save(changesOf(wanted, this.#latest, this.#fields, style), saving)
    this.#latest = wanted
    if (isForReaders(saving))
      this.#main = structuredClone(wanted)
    await this.#check(isForReaders(saving))
  }

  async #restore(): Promise<void> {
    const [id, version] = this.#generator.one([...this.#versions])
    this.#done.push(`restore version ${id}`)
    await this.#subject.restore(id)
    this.#latest = structuredClone(version)
    await this.#check(false)
  }

  async #check(isPublished: boolean): Promise<void> {
    const [latest, main, version] = await Promise.all([
      this.#subject.latest(),
      isPublished ? this.#subject.main() : undefined,
      this.#subject.hasDrafts ? this.#subject.latestVersion() : undefined,
    ])
    this.#compare(this.#latest, latest, 'what its editor sees')
    if (main)
      this.#compare(this.#main, main, 'what readers see')
    if (version)
      this.#versions.set(version, structuredClone(this.#latest))
  }

  #compare(wanted: Data, found: Data, what: string): void {
    expect(
      differences(wanted, found, this.#fields),
      `${this.#subject.entity.slug}, ${what}, after:\n${this.#done.join('\n')}`,
    ).toEqual([])
  }

  #editsOfRows(): Step[] {
    return rowLists(this.#fields).flatMap(list =>
      Object.entries(EDITS).map((
        [name, edit],
      ): Step => [`${list.name}: ${name}`, document => edit(targetOf(list, document, this.#generator))]),
    )
  }

  #editsOfFields(): Step[] {
    return this.#fields.filter(isKeptApart).flatMap((field): Step[] => [
      [`empty ${field.name}`, document => void (document[field.name] = emptyValue(field))],
      [
        `write ${field.name} anew`,
        document => void (document[field.name] = this.#generator.value(field, document, document)),
      ],
    ])
  }
}

type Step = [name: string, edit: (document: Data) => void]

/** The kinds of row (of an array, the only one) with fields that a relational database keeps apart. */
function kindsWithReferences({ field }: RowList): (string | undefined)[] {
  const kinds = field.type === 'array' ? [{ slug: undefined, flattenedFields: field.flattenedFields }] : field.blocks
  return kinds.filter(({ flattenedFields }) => flattenedFields.some(hasReferences)).map(({ slug }) => slug)
}

function hasReferences(field: FlattenedField): boolean {
  return field.type === 'group' || field.type === 'tab' ? field.flattenedFields.some(hasReferences) : isKeptApart(field)
}

function isForReaders(saving: Saving): boolean {
  return saving === 'publish' || saving === 'save'
}
