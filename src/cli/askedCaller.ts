import { parse } from 'yaml'
import { z } from 'zod'
import { personas } from '../identity/demo/personas.ts'
import { isDay } from '../model/partialDate.ts'
import type { Caller } from '../model/principal.ts'
import { nearest } from '../model/problem.ts'

/** Options that say of whom a command shall tell what they learn. */
export interface CallerOptions {
  /** A demo persona. */
  readonly as?: string
  /** A caller written out in YAML: `{ country: XC, roles: [BORDER_OFFICER], clearance: 1 }`. */
  readonly caller?: string
  readonly purpose?: string
  readonly case?: string
  /** The UTC day, `YYYY-MM-DD`. Default: today. */
  readonly date?: string
}

/** What names in the options are held against. */
export interface CallerWords {
  readonly roles: readonly string[]
  readonly purposes: readonly string[]
  /** Agreements in force for a bureau on a day; asked unless the caller brings their own. */
  readonly agreementsOf: (bureau: string, day: string) => readonly string[]
  /** Bureaus that are taken to take part in every joint operation that the caller is said to be a member of. Default: none. */
  readonly bureaus?: readonly string[]
}

const writtenOut = z.strictObject({
  country: z.string(),
  organisation: z.string().optional(),
  unit: z.string().optional(),
  roles: z.array(z.string()).default([]),
  clearance: z.number().int().min(0).max(3).default(0),
  agreements: z.array(z.string()).optional(),
  operations: z.array(z.string()).default([]),
  purpose: z.string().optional(),
  case: z.string().optional(),
})

/** The caller that options describe. Throws an `Error` whose message says what to write instead. */
export function askedCaller(options: CallerOptions, words: CallerWords, now: () => number = Date.now): Caller {
  if ((options.as === undefined) === (options.caller === undefined)) throw new Error('Say who asks: --as <persona>, or --caller <YAML>.')
  const who = options.as === undefined ? readWritten(options.caller ?? '') : personaNamed(options.as)
  const purpose = options.purpose ?? who.purpose
  if (purpose === undefined) throw new Error('Say why they ask: --purpose <purpose>.')
  assertKnown('purpose', purpose, words.purposes)
  for (const role of who.roles) assertKnown('role', role, words.roles)
  const { date, instant } = dayOf(options.date, now)
  return {
    principal: {
      personRef: options.as ?? 'written-out',
      bureau: who.country,
      organisation: who.organisation ?? null,
      unit: who.unit ?? null,
      roles: who.roles,
      clearance: who.clearance,
      agreements: who.agreements ?? words.agreementsOf(who.country, date),
      operations: who.operations.map((name) => ({ name, parties: words.bureaus ?? [] })),
      purposes: [purpose],
      expiresAt: 0,
    },
    purpose: { kind: purpose, case: options.case ?? who.case ?? null },
    date,
    instant,
    emergency: null,
  }
}

/** Who asks, and under what: "xc-border of XC: BORDER_OFFICER, clearance 1; for BORDER_CHECK on 2026-11-24; under CONV-5". */
export function callerLine(caller: Caller): string {
  const { agreements } = caller.principal
  return `${whoLine(caller)}; ${agreements.length === 0 ? 'under no agreement' : `under ${agreements.join(', ')}`}`
}

/** Who asks and why, in one line. */
export function whoLine({ principal, purpose, date }: Caller): string {
  const { personRef, bureau, roles, clearance } = principal
  const rank = [...roles, `clearance ${clearance}`].join(', ')
  const why = `for ${purpose.kind}${purpose.case === null ? '' : ` in case ${purpose.case}`} on ${date}`
  return `${personRef} of ${bureau}: ${rank}; ${why}`
}

type Written = z.infer<typeof writtenOut>

function personaNamed(id: string): Written {
  const persona = personas.find((one) => one.id === id)
  if (persona === undefined)
    throw new Error(
      `There is no persona "${id}"${meant(
        id,
        personas.map((one) => one.id),
      )}`,
    )
  const { bureau: country, organisation, unit, roles, clearance } = persona
  return { country, organisation, unit, roles: [...roles], clearance, operations: [] }
}

function readWritten(text: string): Written {
  const read = writtenOut.safeParse(parseYaml(text))
  if (read.success) return read.data
  const keys = Object.keys(writtenOut.shape).join(', ')
  const [issue] = read.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new Error(
    `--caller is not a caller${place === '' ? '' : ` (${place})`}: write { country: XC, roles: [BORDER_OFFICER], clearance: 1 }; known are ${keys}.`,
  )
}

function parseYaml(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}

function dayOf(date: string | undefined, now: () => number): { readonly date: string; readonly instant: number } {
  if (date === undefined) return { date: new Date(now()).toISOString().slice(0, 10), instant: now() }
  if (!isDay(date)) throw new Error(`"${date}" is not a day: write --date 2026-01-31.`)
  return { date, instant: Date.parse(`${date}T12:00:00Z`) }
}

function assertKnown(what: string, word: string, known: readonly string[]): void {
  if (!known.includes(word)) throw new Error(`There is no ${what} "${word}"${meant(word, known)}`)
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? `; there are ${known.join(', ')}.` : `; did you mean "${near}"?`
}
