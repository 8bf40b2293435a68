import { CaptureFeed } from '../../../src/alerts/capture/captureFeed.ts'
import { FeedSeals } from '../../../src/alerts/capture/feedSeals.ts'
import { FeedSource, type SketchOf } from '../../../src/alerts/capture/feedSource.ts'
import { RecordVersions } from '../../../src/alerts/capture/recordVersions.ts'
import type { Connector } from '../../../src/connectors/connector.ts'
import { Link } from '../../../src/links/link.ts'
import type { TypeMapping } from '../../../src/mapping/typeMapping.ts'
import type { CaptureDeclaration } from '../../../src/model/capture.ts'
import type { Change } from '../../../src/model/change.ts'
import type { CaptureRecords } from '../../../src/store/capture/captureRecords.ts'
import { Store } from '../../../src/store/store.ts'
import { thing } from '../../mapping/thing.ts'
import { patientLimits } from '../../support/limits.ts'
import { VirtualClock } from '../../support/links/virtualClock.ts'

/** A record with a list in two child tables: one joined by the record's key, the other by a case that both belong to. */
export const things: TypeMapping = thing(
  {
    title: { column: 'title' },
    at: { column: 'changed_at' },
    titles: {
      list: [
        { each: 'labels', item: { column: 'label' } },
        { each: 'notes', item: { column: 'note' } },
      ],
    },
  },
  {
    from: 'things',
    key: 'id',
    children: { labels: { from: 'labels', on: 'thing_id' }, notes: { from: 'notes', on: 'case_no', parent: 'case_no' } },
  },
)

/** The same without the child table. */
export const bareThings: TypeMapping = thing({ title: { column: 'title' }, at: { column: 'changed_at' } }, { from: 'things', key: 'id' })

/** A declaration with the defaults. */
export const ways = {
  slot: { mode: 'slot', slot: 'comity_things', publication: 'comity', everySeconds: 5 },
  outbox: { mode: 'outbox', table: 'comity_outbox', lateCommitMinutes: 60, everySeconds: 5 },
  xmin: { mode: 'xmin', everySeconds: 5 },
  poll: { mode: 'poll', by: 'at', overlapSeconds: 600, everySeconds: 5 },
  files: { mode: 'files', everySeconds: 5 },
  webhook: { mode: 'webhook', everySeconds: 5 },
} as const satisfies Readonly<Record<string, CaptureDeclaration>>

/** The one log, as far as a feed sees it: it drops what it has, and can be made to fail. */
export class MemoryLog {
  readonly changes: Change[] = []
  repeats = 0
  readonly #held = new Set<string>()
  /** Called before a batch is taken, and after. */
  before: () => void = () => {}
  after: () => void = () => {}

  append = async (changes: readonly Change[]): Promise<void> => {
    this.before()
    for (const change of changes) {
      const id = `${change.bureau} ${change.type} ${change.key} ${change.version}`
      if (this.#held.has(id)) this.repeats++
      else this.changes.push(change)
      this.#held.add(id)
    }
    this.after()
  }

  /** What was logged of each key, in order: `key kind`, with `late` where it was. */
  told(): readonly string[] {
    return this.changes.map(({ key, kind, late }) => `${key} ${kind}${late ? ' late' : ''}`)
  }

  /** Forgets what it was told, but not the versions. */
  clear(): void {
    this.changes.length = 0
  }
}

/** What the feeds of tests are keyed with. */
export const versions = new RecordVersions(new Uint8Array(32).fill(7))
export const seals = new FeedSeals(new Uint8Array(32).fill(7))

/** Keeps a digest of the title, and nothing of a record without one. */
export const titleSketch: SketchOf = ({ values }) =>
  typeof values['title'] === 'string' ? { title: versions.digest(values['title']) } : null

/** A feed over a connector. */
export interface TestFeed {
  readonly feed: CaptureFeed
  readonly log: MemoryLog
  readonly records: CaptureRecords
  readonly clock: VirtualClock
  /** The same feed as a hub that was started again has it. */
  again(declaration?: CaptureDeclaration): CaptureFeed
}

/** A feed of things; the clock stands at the machine's time. */
export function feedOf(
  connector: Connector,
  declaration: CaptureDeclaration,
  { mapping = things, records = new Store(null).capture as CaptureRecords, sketchOf = titleSketch, log = new MemoryLog() } = {},
): TestFeed {
  const clock = new VirtualClock()
  clock.skew = Date.now() - clock.epoch()
  const limits = { ...patientLimits, deadlineMs: 10_000, pageRows: 7 }
  const again = (how = declaration) =>
    new CaptureFeed({
      id: { bureau: 'XA', type: 'Thing' },
      declaration: how,
      source: new FeedSource({ link: new Link('XA', connector, limits), limits, mapping, versions, sketchOf }),
      records,
      versions,
      seals,
      append: log.append,
      clock,
    })
  return { feed: again(), log, records, clock, again }
}
