import { heldPlace } from '../../model/record.ts'
import type { LedgerEntry } from '../entry.ts'
import { type Naming, officer } from './subjects.ts'

/** An entry as it is stored: `person` for `personRef` and `records` for `keys` hold names that only the hub can follow. All else stands as it is. */
export function withNames(entry: LedgerEntry, naming: Naming): object {
  if ('act' in entry) return entry
  const personOf = (personRef: string) => naming.nameOf({ bureau: entry.bureau, type: officer, key: personRef })
  if ('refused' in entry) return { ...without(entry, 'personRef'), person: personOf(entry.personRef) }
  const disclosed = entry.disclosed.map((group) => ({
    ...without(group, 'keys'),
    records: group.keys.map((key) => naming.nameOf({ bureau: group.held ? heldPlace(group.owner) : group.owner, type: group.type, key })),
  }))
  if ('given' in entry) return { ...without(entry, 'personRef'), person: personOf(entry.personRef), disclosed }
  if ('operation' in entry) {
    const revocations = entry.revocations?.map((one) => ({ ...one, person: personOf(one.person) }))
    return { ...without(entry, 'personRef'), person: personOf(entry.personRef), disclosed, ...(revocations ? { revocations } : {}) }
  }
  const recipients = entry.recipients.map((one) => ({ ...without(one, 'personRef'), person: personOf(one.personRef) }))
  return { ...entry, recipients, disclosed }
}

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = whole
  return rest
}
