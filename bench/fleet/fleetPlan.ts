import { seededRandom } from '../../test/support/links/random.ts'

/** Kinds of systems that a fleet is made of. */
export const fleetKinds = ['rest', 'graphql', 'sqlite', 'file', 'postgres', 'mysql'] as const
export type FleetKind = (typeof fleetKinds)[number]

/** How a simulated system takes its time. Systems that are not simulated (sqlite, file, postgres, mysql) take what they take. */
export interface Pace {
  /** Median of its latencies, in milliseconds. */
  readonly medianMs: number
  /** Of every call; they are log-normal. */
  readonly sigma: number
  /** Share of calls that are never answered. */
  readonly hungCalls: number
  /** Share of calls that are answered with an error. */
  readonly failedCalls: number
}

/** One bureau of a fleet. */
export interface FleetBureau {
  readonly code: string
  readonly kind: FleetKind
  readonly rows: number
  readonly pace: Pace
  /** What is wrong with it: it never answers, it takes four times its time, or nothing. */
  readonly fault: 'none' | 'hung' | 'slow'
}

/** What a fleet is like. Shares are from 0 to 1. */
export interface FleetShape {
  readonly bureaus: number
  readonly seed: number
  /** How many bureaus are of each kind; the others are of kind `rest`. */
  readonly kinds: Partial<Record<FleetKind, number>>
  /** Median of the bureaus' rows; `rowsSigma` spreads them log-normally. */
  readonly rows: number
  readonly rowsSigma: number
  /** Median of the bureaus' medians, in milliseconds; 0: nobody takes any time. */
  readonly medianMs: number
  readonly medianSigma: number
  readonly sigma: number
  readonly hungBureaus: number
  readonly slowBureaus: number
  readonly hungCalls: number
  readonly failedCalls: number
}

/** Uneven bureaus, as the tail model has them: medians about 120 ms, spread; every call spread again; nothing wrong with anybody. */
export const unevenShape: FleetShape = {
  bureaus: 196,
  seed: 1,
  kinds: { graphql: 70, sqlite: 6, file: 6, postgres: 2, mysql: 2 },
  rows: 400,
  rowsSigma: 1,
  medianMs: 120,
  medianSigma: 0.7,
  sigma: 0.8,
  hungBureaus: 0,
  slowBureaus: 0,
  hungCalls: 0,
  failedCalls: 0,
}

/** How many times its time a slow bureau takes. */
const slowness = 4

/** The bureaus of a fleet. The same shape gives the same fleet, and a fleet with faults is the one without them, with something wrong. */
export function fleetOf(shape: FleetShape): readonly FleetBureau[] {
  const random = seededRandom(shape.seed)
  const kinds = kindsOf(shape)
  const drawn = kinds.map((kind, i) => ({
    code: codeOf(i),
    kind,
    rows: Math.max(1, Math.round(shape.rows * Math.exp(shape.rowsSigma * normal(random)))),
    medianMs: shape.medianMs * Math.exp(shape.medianSigma * normal(random)),
    lot: random(),
  }))
  // Faults are for systems that can be told to misbehave. Who has one is drawn by lot, the number is exact.
  const lots = drawn.filter(({ kind }) => isSimulated(kind)).toSorted((a, b) => a.lot - b.lot)
  const hung = Math.round(shape.hungBureaus * shape.bureaus)
  const slow = Math.round(shape.slowBureaus * shape.bureaus)
  const faults = new Map(lots.slice(0, hung + slow).map(({ code }, i) => [code, i < hung ? ('hung' as const) : ('slow' as const)]))
  return drawn.map(({ code, kind, rows, medianMs }) => {
    const fault = faults.get(code) ?? 'none'
    const { sigma, hungCalls, failedCalls } = shape
    return {
      code,
      kind,
      rows,
      fault,
      pace: {
        medianMs: fault === 'slow' ? medianMs * slowness : medianMs,
        sigma,
        hungCalls: fault === 'hung' ? 1 : hungCalls,
        failedCalls,
      },
    }
  })
}

/** Whether the simulator plays this kind of system. */
export function isSimulated(kind: FleetKind): boolean {
  return kind === 'rest' || kind === 'graphql'
}

/** A number from the standard normal distribution. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** XA to XZ, then XAA to XZZ. */
function codeOf(i: number): string {
  const letter = (n: number) => String.fromCharCode(65 + n)
  return i < 26 ? `X${letter(i)}` : `X${letter(Math.floor((i - 26) / 26))}${letter((i - 26) % 26)}`
}

/** The kinds in a mixed order, so that neighbours by code are not all of one. */
function kindsOf({ bureaus, kinds, seed }: FleetShape): readonly FleetKind[] {
  const random = seededRandom(seed + 1)
  const list: FleetKind[] = Object.entries(kinds).flatMap(([kind, count]) => Array.from({ length: count }, () => kind as FleetKind))
  while (list.length < bureaus) list.push('rest')
  const places = list.slice(0, bureaus).map((kind) => ({ kind, at: random() }))
  return places.sort((a, b) => a.at - b.at).map(({ kind }) => kind)
}
