import type { FieldType } from '../../model/catalogue.ts'
import type { Enums } from '../decide/readRecord.ts'
import { FULL, GENERALISED, MASKED, NONE } from '../levels.ts'
import { copyOf, eachMember, type Show } from './copyValue.ts'
import { generalisersOf } from './generalisers.ts'
import { maskersOf } from './maskers.ts'

/** How one field looks at each level; null where it has no such form. Every form makes a fresh, frozen value. */
export type FieldForms = readonly [none: null, masked: Show | null, generalised: Show | null, full: Show]

/** Forms a bureau chose for a field, by name. */
export interface FormChoice {
  readonly masked?: string | undefined
  readonly generalised?: string | undefined
}

/** Names of the forms a field has at a level, the default first; none when it cannot be shown at that level. */
export function formNames(field: FieldType, level: 'masked' | 'generalised'): readonly string[] {
  return [...formsAt(field, level, new Map()).keys()]
}

/** The forms of a field. A choice the field does not have counts for nothing; `formNames` tells in advance. */
export function fieldForms(field: FieldType, enums: Enums, choice: FormChoice = {}): FieldForms {
  const masked = chosen(formsAt(field, 'masked', enums), choice.masked)
  const generalised = chosen(formsAt(field, 'generalised', enums), choice.generalised)
  const wrap = (show: Show | null): Show | null => (show === null ? null : field.list ? eachMember(show) : show)
  return [null, wrap(masked), wrap(generalised), copyOf(field, enums)]
}

/** Name of the one form between none and full that the field is shown in by this choice; null when it has none. A choice the field does not have counts for nothing. */
export function coarserForm(field: FieldType, choice: FormChoice = {}): string | null {
  for (const level of ['generalised', 'masked'] as const) {
    const names = formNames(field, level)
    const name = choice[level]
    if (names.length > 0) return name !== undefined && names.includes(name) ? name : (names[0] ?? null)
  }
  return null
}

/** The highest level at or below `level` at which the field can be shown. */
export function settle(forms: FieldForms, level: number): number {
  if (level >= FULL) return FULL
  if (level === GENERALISED && forms[GENERALISED] !== null) return GENERALISED
  return level >= MASKED && forms[MASKED] !== null ? MASKED : NONE
}

function formsAt(field: FieldType, level: 'masked' | 'generalised', enums: Enums): ReadonlyMap<string, Show> {
  const generalisers = generalisersOf(field, enums)
  if (level === 'generalised') return generalisers
  // INVARIANT: levels are a total order. A mask of what also has a coarser form could show more than that form, so there is none.
  return generalisers.size > 0 ? new Map() : maskersOf(field, enums)
}

function chosen(forms: ReadonlyMap<string, Show>, name: string | undefined): Show | null {
  const [first] = forms.values()
  return (name === undefined ? undefined : forms.get(name)) ?? first ?? null
}
