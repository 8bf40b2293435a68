import { z } from 'zod'
import { isDay } from '../model/partialDate.ts'
import { nearest, type Problem } from '../model/problem.ts'
import type { FieldLevel } from '../model/record.ts'
import { checkShape } from './checkShape.ts'
import { YamlSource } from './yamlSource.ts'

const day = z.string().refine(isDay, 'must be a calendar day, YYYY-MM-DD')

const agreementsSchema = z.strictObject({
  agreements: z.record(
    z.string().regex(/^[A-Z0-9][A-Z0-9._-]{0,40}$/, 'upper-case letters, digits, dots and dashes'),
    z.strictObject({
      title: z.string().min(1).max(300),
      parties: z.array(z.string()).min(1),
      from: day,
      until: day.optional(),
      suspended: z.boolean().default(false),
      ceiling: z.enum(['none', 'masked', 'generalised', 'full']).default('full'),
    }),
  ),
})

/** An agreement between bureaus. */
export interface Agreement {
  readonly title: string
  /** Codes of bureaus. */
  readonly parties: readonly string[]
  /** First day, `YYYY-MM-DD`. */
  readonly from: string
  /** Last day, inclusive; absent: without end. */
  readonly until?: string | undefined
  /** Whether it is out of force for now. */
  readonly suspended: boolean
  /** The most that a bureau's field permit under it can give. */
  readonly ceiling: FieldLevel
}

/** The hub's registry of agreements: what tokens and bureaus' files may name, but not say. */
export class AgreementsRegistry {
  /** By name. */
  readonly agreements: ReadonlyMap<string, Agreement>

  constructor(agreements: ReadonlyMap<string, Agreement> = new Map()) {
    this.agreements = agreements
  }

  /** The most that permits under each agreement can give. */
  ceilings(): ReadonlyMap<string, FieldLevel> {
    return new Map([...this.agreements].map(([name, { ceiling }]) => [name, ceiling]))
  }

  /** Names of the agreements that a bureau is party to and that are in force on a UTC day (`YYYY-MM-DD`), in the order of their names. */
  inForce(bureau: string, day: string): readonly string[] {
    const inForce = [...this.agreements].filter(([, one]) => !one.suspended && one.parties.includes(bureau) && covers(one, day))
    return inForce.map(([name]) => name).sort()
  }
}

function covers({ from, until }: Agreement, day: string): boolean {
  return from <= day && (until === undefined || day <= until)
}

/** Reads an `agreements.yaml`. With a mistake in it no agreement is in force. */
export function readAgreements(
  text: string,
  path: string,
  directory: ReadonlySet<string>,
): { registry: AgreementsRegistry; problems: readonly Problem[] } {
  const source = new YamlSource(text, path)
  if (source.problems.length > 0) return { registry: new AgreementsRegistry(), problems: source.problems }
  const { data, problems } = checkShape(agreementsSchema, source.content, source)
  if (data === null) return { registry: new AgreementsRegistry(), problems }
  const found = Object.entries(data.agreements).flatMap(([name, one]) => checkAgreement(name, one, source, directory))
  const usable = !found.some((problem) => problem.severity === 'error')
  return { registry: new AgreementsRegistry(usable ? new Map(Object.entries(data.agreements)) : new Map()), problems: found }
}

function checkAgreement(name: string, { from, until, parties }: Agreement, source: YamlSource, directory: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = []
  const at = ['agreements', name]
  if (until !== undefined && until < from) problems.push(source.problem([...at, 'until'], 'the agreement ends before it begins'))
  for (const [i, party] of parties.entries()) {
    if (directory.has(party)) continue
    // No guess for two letters: most codes are that near one another.
    const near = party.length > 2 ? nearest(party, directory) : undefined
    const suggestion = near === undefined ? undefined : `did you mean "${near}"?`
    problems.push(source.problem([...at, 'parties', i], `no bureau here has the code "${party}"`, { severity: 'warning', suggestion }))
  }
  return problems
}
