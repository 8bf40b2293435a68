import { createHash } from 'node:crypto'
import type { TypeRules } from '../decide/rule.ts'
import { coarserForm, type FieldForms } from '../forms/fieldForms.ts'

/** Where in a sketch a field's part stands. */
export interface FieldPlace {
  readonly field: string
  readonly forms: FieldForms
  /** Name of the form between none and full that the rules show, if there is one. */
  readonly form: string | null
  /** Place of the digest of the form between none and full, or -1. */
  readonly coarser: number
  /** Place of the digest of the value in full, or -1: links, and what is not stored. */
  readonly full: number
  /** The record type that a stored link leads to; null for what is no such link. */
  readonly to: string | null
}

/** How sketches of a type's records are laid out under these rules. */
export interface SketchLayout {
  /** Equal for layouts in which every digest has the same place and comes of the same kind of form, whatever forms the rules choose. */
  readonly shape: string
  /** Governed fields in schema order. */
  readonly places: readonly FieldPlace[]
  /** Forms that the rules chose in the place of those that are usual, by field. */
  readonly chosen: Readonly<Record<string, string>>
}

const layouts = new WeakMap<TypeRules, SketchLayout>()

/** The layout for a type's rules; made once. */
export function layoutOf(rules: TypeRules): SketchLayout {
  const known = layouts.get(rules)
  if (known !== undefined) return known
  const made = makeLayout(rules)
  layouts.set(rules, made)
  return made
}

function makeLayout({ type, forms, coarserForms }: TypeRules): SketchLayout {
  const places: FieldPlace[] = []
  const shape: unknown[] = []
  const chosen: Record<string, string> = {}
  let next = 0
  for (const [name, shown] of forms) {
    const field = type.fields.get(name)
    if (field === undefined) continue
    const isLink = field.kind === 'link'
    const usual = coarserForm(field)
    const form = coarserForms.get(name) ?? null
    if (form !== null && form !== usual) chosen[name] = form
    const hasDigests = !isLink && field.inverse === undefined
    const coarser = hasDigests && usual !== null ? next++ : -1
    const full = hasDigests ? next++ : -1
    const to = isLink && field.inverse === undefined ? (field.to ?? '') : null
    places.push({ field: name, forms: shown, form, coarser, full, to })
    shape.push([name, usual, full === -1, to])
  }
  return { shape: createHash('sha256').update(JSON.stringify(shape)).digest('base64url').slice(0, 6), places, chosen }
}
