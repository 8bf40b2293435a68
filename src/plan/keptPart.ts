import type { NativeRow } from '../connectors/connector.ts'
import type { LinkFailure } from '../links/link.ts'
import type { ViewRecord } from '../model/record.ts'
import type { KeyedRow } from '../records/kept/keptRows.ts'
import { type KeptViews, keptViews } from '../records/kept/keptViews.ts'
import { shapeOf } from '../records/kept/shapeOf.ts'
import type { StreamOptions } from './bureauStream.ts'

/** What is kept of one bureau's part of a page, and what stands in for it when the bureau does not answer. */
export class KeptPart {
  readonly #options: StreamOptions
  readonly #rowOf = new WeakMap<ViewRecord, NativeRow>()
  readonly #rows: KeyedRow[] = []

  constructor(options: StreamOptions) {
    this.#options = options
  }

  /** Takes note of the row that a view was made of, for as long as the view is there. */
  note(view: ViewRecord, row: NativeRow): void {
    if (this.#options.reader.kept) this.#rowOf.set(view, row)
  }

  /** Keeps the rows of what was found so far: of these views, and of those before them, as many as one page can take. `readAt`: epoch milliseconds. */
  keep(views: readonly ViewRecord[], readAt: number): void {
    const { reader, most } = this.#options
    if (!reader.kept) return
    for (const view of views) this.#rows.push({ key: view.ref.key, row: this.#rowOf.get(view) ?? {} })
    reader.kept.keep(this.#question(), shapeOf(reader), this.#rows.slice(0, most), readAt)
  }

  /** An earlier answer to the same question, decided, searched and ordered anew; null when nothing is left of it, for that there is nothing is never told by it. */
  async standIn(failure: LinkFailure): Promise<KeptViews | null> {
    const { reader, select, ordering, start, most } = this.#options
    const kept = keptViews(reader, this.#question(), failure)
    if (kept === null) return null
    const { keyOrder } = reader.mapping
    const place = (view: ViewRecord) => ordering.positionOf(view)
    const views = await select(kept.views.filter((view) => start === null || ordering.compare(place(view), start, keyOrder) > 0))
    const sorted = views.toSorted((a, b) => ordering.compare(place(a), place(b), keyOrder))
    return sorted.length === 0 ? null : { ...kept, views: sorted.slice(0, most) }
  }

  #question(): string {
    const { question, reader, start } = this.#options
    return JSON.stringify(['page', question, start, shapeOf(reader)])
  }
}
