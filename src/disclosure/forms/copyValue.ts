import type { FieldType } from '../../model/catalogue.ts'
import type { CanonicalValue } from '../../model/record.ts'
import type { Enums } from '../decide/readRecord.ts'

/** Makes the shown form of a stored value; null when it is unknown or not of the field's type. Never throws. */
export type Show = (value: unknown) => CanonicalValue

/** The value itself, copied part by part along the field's type: nothing the type does not name gets through, and nothing mutable is shared. */
export function copyOf(field: FieldType, enums: Enums): Show {
  const member = copyMember(field, enums)
  return field.list ? eachMember(member) : member
}

/** Applies `show` to each member of a list and leaves out what it cannot show. */
export function eachMember(show: Show): Show {
  return (value) => {
    if (!Array.isArray(value)) return null
    const members: CanonicalValue[] = []
    for (const member of value) {
      const shown = show(member)
      if (shown !== null) members.push(shown)
    }
    return Object.freeze(members)
  }
}

/** Shows a value object field by field; fields without an entry are left out. Null when nothing of it can be shown. */
export function showObject(fields: ReadonlyMap<string, Show>): Show {
  const shows = [...fields]
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const source = value as Readonly<Record<string, unknown>>
    const shown: Record<string, CanonicalValue> = {}
    let empty = true
    for (const [name, show] of shows) {
      const part = Object.hasOwn(source, name) ? show(source[name]) : null
      shown[name] = part
      if (part !== null) empty = false
    }
    return empty ? null : Object.freeze(shown)
  }
}

function copyMember(field: FieldType, enums: Enums): Show {
  switch (field.kind) {
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : null)
    case 'int':
    case 'float':
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null)
    case 'enum': {
      const known: ReadonlySet<unknown> = new Set(enums.get(field.enum ?? ''))
      return (value) => (typeof value === 'string' && known.has(value) ? value : null)
    }
    case 'object':
      return showObject(new Map([...(field.fields ?? [])].map(([name, part]) => [name, copyOf(part, enums)])))
    case 'link':
      return copyRef
    default:
      return copyText
  }
}

/** A text as it is. */
export function copyText(value: unknown): CanonicalValue {
  return typeof value === 'string' ? value : null
}

function copyRef(value: unknown): CanonicalValue {
  if (typeof value !== 'object' || value === null) return null
  const { bureau, type, key } = value as Readonly<Record<string, unknown>>
  return typeof bureau === 'string' && typeof type === 'string' && typeof key === 'string' ? Object.freeze({ bureau, type, key }) : null
}
