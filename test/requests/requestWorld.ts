import type { HubParts } from '../../src/hub.ts'
import type { Caller } from '../../src/model/principal.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { noon } from './plainRequest.ts'

const parties = `
  - { id: R1, title: those who are asked, on: AssistanceRequest, record: listed, to: 'caller.roles.intersects(["NCB_OFFICER", "DUTY_OFFICER", "INVESTIGATOR", "JUDICIAL_AUTHORITY"])', for: any, when: 'caller.country in record.requestedBureaus && record.state != "DRAFT" && record.state != "AWAITING_AUTHORISATION"' }
  - { id: R2, title: what is asked, on: AssistanceRequest, fields: [kind, state, urgency, requestedBureaus, question, subjects, responses, sentAt, dueAt], level: full, to: any, for: any }
  - { id: R3, title: the facts to investigators, on: AssistanceRequest, fields: [facts], level: full, to: '"INVESTIGATOR" in caller.roles && caller.clearance >= 2', for: any }
  - { id: P1, title: suspects, on: Person, record: listed, to: any, for: any, when: record.status == "SUSPECT", mayInclude: any }`
/** As XA's, but those who are asked may see a request in every state. */
const careless = parties.replace(' && record.state != "DRAFT" && record.state != "AWAITING_AUTHORISATION"', '')
/** As XA's, but requests are for nobody. */
const closed = `
  - { id: P1, title: suspects, on: Person, record: listed, to: any, for: any, when: record.status == "SUSPECT", mayInclude: any }`

const inForce: Readonly<Record<string, readonly string[]>> = { XA: ['CONV-5', 'XA-XB'], XB: ['CONV-5', 'XA-XB', 'XB-XC'], XC: ['XB-XC'] }

/** An answer to a question of a test. */
export type Data = Readonly<Record<string, unknown>>

const fileFields = `id version state side possible dueAt requester { code } requested { code }
  steps { number act side bureau { code } personRef state message grounds authorisation found reply { kind text } attachments { name sha256 } }
  delivery { state attempts receipt } request { reference kind state question facts responses { bureau kind text } subjects { id } requestedBureaus }`

/** Three bureaus in memory: XA shows requests to those who are asked once they are sent, XB shows them its drafts too, XC shows nobody anything. */
export function requestWorld(over: Partial<HubParts> = {}) {
  const rows = (code: string) => ({
    Person: [
      { key: '1', status: 'SUSPECT', names: [{ full: `${code} Suspect` }] },
      { key: '2', status: 'WITNESS', names: [{ full: `${code} Witness` }] },
    ],
  })
  const bureaus = [
    memoryBureau('XA', { rows: rows('XA'), policy: compiledPolicy('XA', parties) }),
    memoryBureau('XB', { rows: rows('XB'), policy: compiledPolicy('XB', careless) }),
    memoryBureau('XC', { rows: rows('XC'), policy: compiledPolicy('XC', closed) }),
  ]
  const store = over.store ?? new Store(null)
  const memory = memoryHub(bureaus, { store, agreementsOf: (bureau) => inForce[bureau] ?? [], ...over })
  let now = noon
  let count = 0
  const officer = (bureau: string, role = 'INVESTIGATOR', person = `${bureau}-1`): Caller => ({
    ...caller({ bureau, roles: [role], personRef: person }, { case: `${bureau}-2026-0001` }),
    instant: now,
    date: new Date(now).toISOString().slice(0, 10),
  })
  const ask = async (who: Caller, source: string, variables: Data = {}) => {
    const result = await memory.ask(source, variables, who)
    return {
      data: (result.data ?? {}) as Data,
      code: result.errors?.[0]?.extensions?.['code'] ?? (result.errors?.[0]?.originalError as { code?: string } | undefined)?.code ?? null,
      message: result.errors?.[0]?.message ?? null,
    }
  }
  const draft = (over: Data = {}) => ({
    clientMutationId: `m${++count}`,
    requestedBureaus: ['XB'],
    reference: 'XA 7/26',
    kind: 'INFORMATION',
    question: 'Who rented the garage?',
    facts: 'A garage in Xebo.',
    legalBasis: 'CONV-5',
    ...over,
  })
  return {
    hub: memory.hub,
    entries: memory.entries,
    store,
    bureaus,
    officer,
    ask,
    draft,
    /** The instant of the next operation, moved on by so many milliseconds. */
    wait(ms: number) {
      now += ms
      return now
    },
    get now() {
      return now
    },
    async create(who: Caller, over: Data = {}) {
      const answer = await ask(who, `mutation ($input: CreateRequestInput!) { createRequest(input: $input) { ${fileFields} } }`, {
        input: draft(over),
      })
      return { ...answer, files: (answer.data['createRequest'] ?? []) as readonly RequestAnswer[] }
    },
    /** One act; `name` as in the schema, for instance `sendRequest`. */
    async act(who: Caller, name: string, file: Pick<RequestAnswer, 'id' | 'version'>, over: Data = {}) {
      const input = { clientMutationId: `m${++count}`, id: file.id, version: file.version, ...over }
      const type = inputs[name] ?? 'RequestActInput'
      const answer = await ask(who, `mutation ($input: ${type}!) { ${name}(input: $input) { ${fileFields} } }`, { input })
      return { ...answer, file: answer.data[name] as RequestAnswer }
    },
    async file(who: Caller, id: string) {
      return (await ask(who, `query ($id: ID!) { requestFile(id: $id) { ${fileFields} } }`, { id })).data[
        'requestFile'
      ] as RequestAnswer | null
    },
    async listed(who: Caller, rest = '') {
      const { data } = await ask(
        who,
        `{ requests${rest} { nodes { id owner { code } reference state question facts } totalCount sources { bureau { code } state } } }`,
      )
      return data['requests'] as { nodes: Data[]; totalCount: number; sources: Data[] }
    },
  }
}

const inputs: Readonly<Record<string, string>> = {
  authoriseRequest: 'AuthoriseRequestInput',
  refuseRequest: 'RefuseRequestInput',
  postponeRequest: 'PostponeRequestInput',
  answerRequest: 'AnswerRequestInput',
}

/** `RequestFile` as tests read it. */
export interface RequestAnswer {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly side: string
  readonly possible: readonly string[]
  readonly dueAt: string | null
  readonly steps: readonly Data[]
  readonly delivery: Data | null
  readonly request: Data | null
}
