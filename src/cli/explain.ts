import { readCatalogue } from '../api/readCatalogue.ts'
import { hasRole, policyReaders } from '../model/principal.ts'
import { askedCaller, type CallerOptions, whoLine } from './askedCaller.ts'
import { type Asker, askHub, demoAskers } from './askHub.ts'
import { type ExplanationAnswer, explanationLines } from './explainText.ts'
import type { CommandIo } from './viewAs.ts'

/** What `explain` is run with. */
export interface ExplainOptions extends CallerOptions {
  /** Where the hub answers. */
  readonly url: string
  /** A bearer token of an officer of the owning bureau. Default: the demo's officers, each in turn. */
  readonly token?: string
  /** The purpose that the officer declares for asking. */
  readonly declare: string
  /** Where the running demo keeps its key. */
  readonly dataDir: string
}

/** The parts of the answer that are printed. */
const question = `query Explain($id: ID!, $caller: ExplainedCaller!) {
  explainDisclosure(id: $id, caller: $caller) {
    type version record { level deciding because } fields { field level deciding because }
    rules { id title why layer kind fields level counts because conditions { text truth } }
  }
}`

/**
 * `comity explain`: asks the running hub why a caller learns what they learn of one record, as an officer of the bureau that owns it. Gives the exit
 * code: 1 when there is no answer.
 */
export async function explain(id: string, options: ExplainOptions, { out, err }: CommandIo): Promise<number> {
  const fail = (sentence: string): number => {
    err.write(`${sentence}\n`)
    return 1
  }
  try {
    const { enums } = readCatalogue()
    // Agreements are those of the hub's registry, unless the caller brings their own.
    const asked = askedCaller(options, { roles: enums.get('Role') ?? [], purposes: enums.get('Purpose') ?? [], agreementsOf: () => [] })
    const caller = variablesOf(asked, options)
    for (const officer of await officersOf(options)) {
      const answer = await askHub<{ readonly explainDisclosure: ExplanationAnswer | null }>(question, { id, caller }, officer, options.url)
      const found = answer?.explainDisclosure ?? null
      if (found === null) continue
      for (const line of [whoLine(asked), ...explanationLines(found)]) out.write(`${line}\n`)
      return 0
    }
    return fail(
      'There is nothing to explain: no such record, or it is not of the bureau of the officer who asks, or their role does not allow it.',
    )
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function variablesOf({ principal, purpose, instant }: ReturnType<typeof askedCaller>, { caller, date }: ExplainOptions) {
  const operations = (principal.operations ?? []).map(({ name }) => name)
  const written = {
    ...(caller !== undefined && principal.agreements.length > 0 ? { agreements: principal.agreements } : {}),
    ...(operations.length > 0 ? { operations } : {}),
  }
  return {
    country: principal.bureau,
    organisation: principal.organisation,
    unit: principal.unit,
    roles: principal.roles,
    clearance: principal.clearance,
    purpose: purpose.kind,
    case: purpose.case,
    ...(date === undefined ? {} : { at: new Date(instant).toISOString() }),
    ...written,
  }
}

async function officersOf({ token, declare, dataDir }: ExplainOptions): Promise<readonly Asker[]> {
  if (token !== undefined) return [{ token, purpose: declare }]
  return demoAskers({ dataDir, declare, instead: 'a token of an officer of the owning bureau' }, (persona) =>
    hasRole(persona, policyReaders),
  )
}
