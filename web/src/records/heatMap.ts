import type { RecordRow } from './recordRow.ts'

/** How much of a field a bureau gives of its records. */
export interface HeatCell {
  readonly full: number
  readonly generalised: number
  readonly masked: number
  readonly withheld: number
}

/** Bureaus by fields. */
export interface HeatMap {
  readonly bureaus: readonly { readonly code: string; readonly records: number }[]
  /** Fields that are less than full somewhere, the most withheld first. */
  readonly fields: readonly string[]
  readonly cell: (bureau: string, field: string) => HeatCell
}

const parts = { FULL: 'full', GENERALISED: 'generalised', MASKED: 'masked', NONE: 'withheld' } as const

/** Counts how much of each field the bureaus give in these rows. A field that a record does not mark is given in full, or nothing is recorded: the two look alike. */
export function heatMapOf(rows: readonly RecordRow[]): HeatMap {
  const records = new Map<string, number>()
  const below = new Map<string, Record<keyof HeatCell, number>>()
  const severity = new Map<string, number>()
  for (const { owner, fields } of rows) {
    records.set(owner, (records.get(owner) ?? 0) + 1)
    for (const { field, level } of fields._disclosure) {
      const key = `${owner} ${field}`
      const cell = below.get(key) ?? { full: 0, generalised: 0, masked: 0, withheld: 0 }
      cell[parts[level]]++
      below.set(key, cell)
      severity.set(field, (severity.get(field) ?? 0) + (level === 'NONE' ? 3 : level === 'MASKED' ? 2 : 1))
    }
  }
  return {
    bureaus: [...records].map(([code, count]) => ({ code, records: count })).sort((a, b) => (a.code < b.code ? -1 : 1)),
    fields: [...severity].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([field]) => field),
    cell: (bureau, field) => {
      const { generalised, masked, withheld } = below.get(`${bureau} ${field}`) ?? { generalised: 0, masked: 0, withheld: 0 }
      return { full: (records.get(bureau) ?? 0) - generalised - masked - withheld, generalised, masked, withheld }
    },
  }
}
