import { readCatalogue } from '../api/readCatalogue.ts'
import { openDemoIssuer } from '../identity/demo/demoIssuer.ts'
import { hasRole, policyReaders } from '../model/principal.ts'
import { askedCaller, type CallerOptions, whoLine } from './askedCaller.ts'
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

/** An officer's token and the purpose they declare with it. */
interface Officer {
  readonly token: string
  readonly purpose: string
}

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
    const officers = options.token === undefined ? await demoOfficers(options) : [{ token: options.token, purpose: options.declare }]
    for (const officer of officers) {
      const found = await ask(id, variablesOf(asked, options), officer, options.url)
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
  const written = caller !== undefined && principal.agreements.length > 0 ? { agreements: principal.agreements } : {}
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

async function demoOfficers({ dataDir, declare }: ExplainOptions): Promise<readonly Officer[]> {
  const issuer = await openDemoIssuer(dataDir).catch(() => null)
  if (issuer === null) throw new Error(`No demo has run over ${dataDir}: give a token of an officer of the owning bureau with --token.`)
  const able = issuer.personas.filter((persona) => hasRole(persona, policyReaders))
  const officers = await Promise.all(
    able.map(async ({ id, purposes }) => {
      const purpose = purposes.includes(declare) ? declare : (purposes[0] ?? declare)
      const issued = await issuer.issue(id, [purpose])
      return issued === null ? [] : [{ token: issued.token, purpose }]
    }),
  )
  return officers.flat()
}

async function ask(id: string, caller: object, { token, purpose }: Officer, url: string): Promise<ExplanationAnswer | null> {
  if (!URL.canParse(url)) throw new Error(`"${url}" is not an address: write --url http://127.0.0.1:4000.`)
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'comity-purpose': purpose },
    body: JSON.stringify({ query: question, variables: { id, caller } }),
  }).catch(() => {
    throw new Error(`No hub answers at ${url}: start one, or say where with --url.`)
  })
  const answer = (await response.json()) as {
    readonly data?: { readonly explainDisclosure: ExplanationAnswer | null } | null
    readonly errors?: readonly { readonly message: string }[]
  }
  const [error] = answer.errors ?? []
  if (error !== undefined) throw new Error(error.message)
  return answer.data?.explainDisclosure ?? null
}
