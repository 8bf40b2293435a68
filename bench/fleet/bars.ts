import { availableParallelism, loadavg } from 'node:os'

/** A bar and what was measured against it. */
export interface Bar {
  readonly name: string
  readonly measured: number
  readonly unit: string
  /** The measured value is at most this, or at least this. */
  readonly bound: { readonly most: number } | { readonly least: number }
}

/** Prints bars as a table with a verdict each, and has the process end with 1 when one is missed. */
export function printBars(title: string, bars: readonly Bar[]): void {
  console.log(`\n${title}\n\n| | measured | bar | |\n|---|---|---|---|`)
  for (const bar of bars) {
    const { name, measured, unit, bound } = bar
    const wanted = 'most' in bound ? `at most ${number(bound.most)}` : `at least ${number(bound.least)}`
    console.log(`| ${name} | ${number(measured)}${unit} | ${wanted}${unit} | ${isMet(bar) ? 'met' : 'MISSED'} |`)
  }
  if (!bars.every(isMet)) process.exitCode = 1
}

/** What it was measured on. A load of more than the cores before a run means that others use the machine: the figures are upper bounds then. */
export function machine(): string {
  return `${availableParallelism()} cores, Node ${process.versions.node}, load ${number(loadBefore)} before the run`
}

const [loadBefore = Number.NaN] = loadavg()

/** The value below which `share` of the values lie; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A number of the command line, `--name 12`; otherwise `usual`. */
export function option(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? usual : Number(process.argv[at + 1])
  if (!Number.isFinite(value)) throw new Error(`--${name} takes a number`)
  return value
}

/** As it is printed: four digits that count. */
export function number(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(value >= 1000 ? 5 : 4)))
}

/** What could not be measured is missed. */
function isMet({ measured, bound }: Bar): boolean {
  return 'most' in bound ? measured <= bound.most : measured >= bound.least
}
