import { originatorRef } from '../disclosure/decide/layers.ts'
import type { FieldFile, MappingFile } from '../mapping/language.ts'
import type { Catalogue } from '../model/catalogue.ts'

/**
 * Whether a bureau's mapping of a type can say that a record is held for another bureau. Where it cannot, nothing of the type need be asked of the
 * other bureaus' rules. In doubt it can.
 */
export function holdsForOthers(mapping: MappingFile, catalogue: Catalogue): (type: string) => boolean {
  return (name) => {
    const type = catalogue.types.get(name)
    const ref = type === undefined ? null : originatorRef(type)
    const field = ref === null ? undefined : mapping.types[name]?.fields[ref.field]
    return ref !== null && field !== undefined && (ref.sub === null || mapsPart(field, ref.sub))
  }
}

function mapsPart({ object, item, firstOf, list }: FieldFile, part: string): boolean {
  if (object !== undefined) return Object.hasOwn(object, part)
  if (item !== undefined) return mapsPart(item, part)
  const alternatives = firstOf ?? list
  return alternatives === undefined || alternatives.some((one) => mapsPart(one, part))
}
