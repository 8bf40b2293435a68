import type { Catalogue } from '../model/catalogue.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import type { RecordIds } from '../records/recordId.ts'
import type { Tempo } from './arrivals.ts'
import type { Cursors } from './cursor.ts'

/** What every operation shares. */
export interface PlanContext {
  readonly catalogue: Catalogue
  /** In the order of codes, each with the policy that decides the whole operation. */
  readonly sources: readonly BureauSource[]
  /** What the hub keeps for a bureau for which it kept nothing when the context was made: the source of this place. Default: there is none. */
  readonly sourceSince?: (place: string) => BureauSource | undefined
  readonly ids: RecordIds
  readonly cursors: Cursors
  /** Agreements in force for a bureau on a UTC day, from the hub's registry. */
  readonly agreementsOf: (bureau: string, day: string) => readonly string[]
  /** When items of progress leave. */
  readonly tempo: Tempo
}
