import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPanels, type Line, type Panel } from '../panels.ts'

/** Searches of one kind: times in milliseconds, sorted. */
export interface Part {
  readonly kind: 'name and birth date' | 'name alone'
  readonly clock: readonly number[]
  readonly processor: readonly number[]
  /** Searches that had whom they meant on their first page. */
  readonly found: number
  /** Searches for which some bureau had more people than are read. */
  readonly partial: number
}

/** What was measured in one setting. */
export interface Measured {
  readonly setting: 'fleet' | 'postgres'
  readonly title: string
  /** Milliseconds by the clock of which 99 of 100 searches stay below. */
  readonly bar: number
  readonly searches: readonly Part[]
}

/** What `docs/search.json` keeps of a setting: percentiles by the clock and of the processor, in milliseconds. */
interface Figures {
  readonly title: string
  readonly bar: number
  readonly all: Percentiles
  readonly kinds: Readonly<Record<string, Percentiles & { readonly searches: number; readonly found: number; readonly partial: number }>>
}

interface Percentiles {
  readonly clockMs: Readonly<Record<string, number>>
  readonly processorMs: Readonly<Record<string, number>>
}

const docs = join(import.meta.dirname, '..', '..', 'docs')
const shares = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]

/** The time below which this share of them lies. `times`: sorted. */
export function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN
}

/** All times of one sort, in order. */
export function together({ searches }: Measured, which: 'clock' | 'processor'): readonly number[] {
  return searches.flatMap((part) => part[which]).toSorted((a, b) => a - b)
}

/** Puts what was measured in the place of what was measured before of the same settings, and draws all of it. */
export function writeFigures(measured: readonly Measured[]): void {
  const file = join(docs, 'search.json')
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Figures>) : {}
  const figures = { ...before, ...Object.fromEntries(measured.map((one) => [one.setting, figuresOf(one)])) }
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
  writeFileSync(join(docs, 'search.svg'), drawPanels('How long a search takes', Object.values(figures).map(panelOf)))
}

function figuresOf(one: Measured): Figures {
  const { title, bar, searches } = one
  const kinds = searches.map(({ kind, clock, processor, found, partial }) => [
    kind,
    { ...percentiles(clock, processor), searches: clock.length, found, partial },
  ])
  return { title, bar, all: percentiles(together(one, 'clock'), together(one, 'processor')), kinds: Object.fromEntries(kinds) }
}

function percentiles(clock: readonly number[], processor: readonly number[]): Percentiles {
  const table = (times: readonly number[]) =>
    Object.fromEntries(shares.map((share) => [`p${share * 100}`, Math.round(10 * at(times, share)) / 10]))
  return { clockMs: table(clock), processorMs: table(processor) }
}

function panelOf({ title, kinds }: Figures): Panel {
  const lines = Object.entries(kinds).map(
    ([name, { clockMs }]): Line => ({ name, points: Object.entries(clockMs).map(([share, ms]) => [Number(share.slice(1)), ms]) }),
  )
  return { title, xName: 'of 100 searches', yName: 'milliseconds', lines }
}
