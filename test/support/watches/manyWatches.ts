import type { Predicate } from '../../../src/model/predicate.ts'
import type { WatchRecords } from '../../../src/store/watches.ts'
import { SealedWatches } from '../../../src/watches/sealedWatches.ts'
import type { Watch } from '../../../src/watches/watch.ts'
import { caller } from '../caller.ts'

/** Puts so many watches for a record type into a store, 50 to an officer; each looks for what `where` gives for its number. As they would stand there, had the officers set them one after the other. */
export function putWatches(
  records: WatchRecords,
  secret: Uint8Array,
  count: number,
  { type, where, createdAt }: { readonly type: string; readonly where: (n: number) => Predicate; readonly createdAt: number },
): void {
  const sealed = new SealedWatches(secret)
  for (let n = 0; n < count; n++) {
    const { principal, purpose } = caller({ personRef: `XA-${Math.floor(n / 50)}`, bureau: 'XA', clearance: n % 3 })
    const watch: Watch = {
      id: `w${n}`,
      principal: { ...principal, expiresAt: 0 },
      purpose,
      question: { type, where: where(n), match: 'CERTAIN' },
      note: `watch ${n}`,
      complete: true,
      createdAt,
      expiresAt: createdAt + 365 * 86_400_000,
    }
    records.add({ ...sealed.seal(watch), reread: null }, Number.POSITIVE_INFINITY, {})
  }
}
