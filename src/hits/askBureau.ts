import type { LinkCall } from '../links/link.ts'
import { LinkFailure } from '../links/link.ts'
import type { ExactKey, HitFinding } from '../model/exactKey.ts'
import type { Caller } from '../model/principal.ts'
import type { RecordRef } from '../model/record.ts'
import { type BureauSource, conjunction, filtersOf, type RowReader, restrictionOf, sealRow } from '../records/bureauSource.ts'
import { fieldsOfKey, pushedKey } from './pushedKey.ts'

/** A record that a key came upon, and what is to be said of it. */
export interface FoundRecord extends HitFinding {
  readonly ref: RecordRef
}

/** One bureau's part in a hit check. */
export interface BureauFindings {
  /** Whether every record that may meet the key was looked at. */
  readonly complete: boolean
  readonly found: readonly FoundRecord[]
}

/**
 * Looks through one bureau's records for those that meet a key. All of them are looked at, found or not: nothing ends early. A bureau that fails, does not serve the type or
 * holds more candidates than the hub may read has not answered.
 */
export async function askBureau(source: BureauSource, key: ExactKey, caller: Caller, call: LinkCall): Promise<BureauFindings> {
  const mapping = source.mappings.get(key.type)
  if (mapping === undefined) return { complete: false, found: [] }
  const plan = source.policy.planFor(key.type, caller)
  const reader: RowReader = { source, mapping, plan, fields: fieldsOfKey(key.terms).union(plan.inputs) }
  const found: FoundRecord[] = []
  try {
    return { complete: await scan(reader, key, call, found), found }
  } catch (error) {
    if (!(error instanceof LinkFailure)) throw error
    return { complete: false, found }
  }
}

/** Whether the whole of it could be read. */
async function scan(reader: RowReader, key: ExactKey, call: LinkCall, found: FoundRecord[]): Promise<boolean> {
  const { mapping, source, plan } = reader
  const asked = pushedKey(key.terms)
  const where = conjunction([restrictionOf(reader), asked === null ? null : mapping.toNative(asked, filtersOf(reader))])
  const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(reader.fields), where }
  let page: string | null = null
  let scanned = 0
  do {
    const rows = await source.link.find({ ...read, orderBy: null, after: null, limit: source.limits.pageRows, page }, call)
    for (const row of rows.rows) {
      const sealed = sealRow(reader, row)
      const finding = sealed === null ? null : plan.hits(sealed, key)
      if (sealed !== null && finding !== null) found.push({ ref: sealed.ref, ...finding })
    }
    scanned += rows.rows.length
    page = rows.next
    if (rows.capped) return false
  } while (page !== null && scanned < source.limits.scanRows)
  return page === null
}
