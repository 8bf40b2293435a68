import type { HubParts } from '../../src/hub.ts'
import type { OperationAct } from '../../src/model/jointOperation.ts'
import type { Caller } from '../../src/model/principal.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

/** Operations to those who take part, once they are agreed on; persons and notices to members of `XA/NIGHTFALL`; and every published notice to all. */
export const operationRules = `
  - { id: O1, title: those who take part, on: Operation, record: listed, to: any, for: any, when: 'caller.country in record.participants.bureau && record.state != "PROPOSED" && record.state != "NEGOTIATED"' }
  - { id: O2, title: all of it, on: Operation, fields: [codename, kind, state, purpose, legalBasis, startsOn, endsOn, participants, targets, offenceFamilies, results], level: full, to: any, for: any }
  - { id: P1, title: persons to members, on: Person, record: listed, to: '"XA/NIGHTFALL" in caller.operations', for: any, mayInclude: any }
  - { id: P2, title: with names, on: Person, fields: [names], level: full, to: '"XA/NIGHTFALL" in caller.operations', for: any }
  - { id: N1, title: notices to all, on: Notice, record: listed, to: any, for: any }
  - { id: N2, title: with their numbers, on: Notice, fields: [kind, number, state], level: full, to: any, for: any }`
/** Of a bureau that shows its operations to nobody. */
const closed = operationRules.split('\n').slice(3).join('\n')

/** An answer to a question of a test. */
export type Data = Readonly<Record<string, unknown>>

const fields = `id name state version side possible lead { code } terms { purpose startsOn endsOn } pendingTerms { purpose endsOn }
  parties { bureau { code } role signed joinedAt acceptedAt results } members { personRef role from to }
  targets { key own bureau { code } person { id } meets } embargoes { key record until bureaus { code } }
  steps { number act side bureau { code } personRef state about { code } message }
  operation { codename state participants { bureau { code } } targets { id } results }`

/** `OperationFile` as tests read it. */
export interface OperationAnswer {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly version: number
  readonly side: string
  readonly possible: readonly OperationAct[]
  readonly terms: Data | null
  readonly pendingTerms: Data | null
  readonly parties: readonly { readonly bureau: { readonly code: string }; readonly signed: boolean; readonly joinedAt: string | null }[]
  readonly members: readonly Data[]
  readonly targets: readonly {
    readonly key: string
    readonly own: boolean
    readonly bureau: { readonly code: string } | null
    readonly person: { readonly id: string } | null
    readonly meets: boolean | null
  }[]
  readonly embargoes: readonly { readonly key: string }[]
  readonly steps: readonly { readonly number: number; readonly act: string; readonly state: string; readonly about: Data | null }[]
  readonly operation: { readonly participants: readonly Data[]; readonly targets: readonly Data[]; readonly results: string | null } | null
}

/** What is to be agreed on. */
export const terms: Data = {
  kind: 'TASK_FORCE',
  purpose: 'The ring of car thieves.',
  startsOn: '2026-06-15',
  endsOn: '2026-07-15',
  offenceFamilies: ['ROBBERY'],
}

/** Codes of the bureaus. */
export const codes: readonly string[] = ['XA', 'XB', 'XC', 'XD', 'XE']

/** Bureaus in memory. Person 1 has the same document at all of them, person 2 a document of its bureau's own, person 3 nothing that identifies anybody. XE shows its operations to nobody. */
export function operationWorld(store = new Store(null), office: HubParts['office'] = {}) {
  const bureaus = codes.map((code) =>
    memoryBureau(code, {
      rows: {
        Person: [
          { key: '1', names: [{ family: 'Ring', given: code }], documents: [{ number: 'P-1', issuingCountry: 'XA' }] },
          { key: '2', names: [{ family: 'Other', given: code }], documents: [{ number: `${code}-2`, issuingCountry: 'XA' }] },
          { key: '3', names: [{ family: 'Vague', given: code }], documents: [] },
        ],
        Notice: [{ key: 'n', kind: 'RED', number: `${code}/1`, state: 'PUBLISHED' }],
      },
      mapped: ['names', 'sex', 'birthDate', 'documents', 'kind', 'number', 'state'],
      policy: compiledPolicy(code, code === 'XE' ? closed : operationRules),
    }),
  )
  const memory = memoryHub(bureaus, { store, office })
  let now = Date.parse('2026-06-15T12:00:00Z')
  let count = 0
  const officer = (bureau: string, role = 'NCB_OFFICER', person = `${bureau}-1`): Caller => ({
    ...caller({ bureau, roles: [role], personRef: person }, { case: `${bureau}-1` }),
    instant: now,
    date: new Date(now).toISOString().slice(0, 10),
  })
  const ask = async (who: Caller, source: string, variables: Data = {}) => {
    const result = await memory.ask(source, variables, who)
    const error = result.errors?.[0]
    const code = (error?.originalError as { code?: string } | undefined)?.code ?? error?.message ?? null
    return { data: JSON.parse(JSON.stringify(result.data ?? {})) as Data, code, message: error?.message ?? null }
  }
  const mutate = async (who: Caller, field: string, type: string, input: Data) => {
    const answer = await ask(who, `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} } }`, { input })
    return { ...answer, file: answer.data[field] as OperationAnswer }
  }
  const file = async (who: Caller, id: string) =>
    (await ask(who, `query ($id: ID!) { operationFile(id: $id) { ${fields} } }`, { id })).data['operationFile'] as OperationAnswer | null
  /** What names an act on an operation: as somebody knows it now. */
  const named = async (who: Caller, id: string) => ({ clientMutationId: `c${++count}`, id, version: (await file(who, id))?.version ?? 1 })
  const world = {
    store,
    memory,
    bureaus,
    officer,
    ask,
    mutate,
    file,
    named,
    get now() {
      return now
    },
    /** The instant of the next operation, moved on by so many milliseconds. */
    wait(ms: number) {
      now += ms
    },
    propose: (who: Caller, over: Data = {}) =>
      mutate(who, 'proposeOperation', 'ProposeOperationInput', { clientMutationId: `c${++count}`, codename: 'NIGHTFALL', terms, ...over }),
    invite: async (who: Caller, id: string, bureau: string, over: Data = {}) =>
      mutate(who, 'inviteToOperation', 'InviteToOperationInput', { ...(await named(who, id)), bureau, ...over }),
    amend: async (who: Caller, id: string, over: Data) =>
      mutate(who, 'amendOperation', 'AmendOperationInput', { ...(await named(who, id)), terms: { ...terms, ...over } }),
    name: async (who: Caller, id: string, personRef: string, over: Data = {}) =>
      mutate(who, 'nameOperationMember', 'NameMemberInput', { ...(await named(who, id)), personRef, role: 'Investigator', ...over }),
    nominate: async (who: Caller, id: string, person: string) =>
      mutate(who, 'nominateOperationTarget', 'NominateTargetInput', { ...(await named(who, id)), person }),
    embargo: async (who: Caller, id: string, record: string, bureaus: readonly string[], until: string) =>
      mutate(who, 'setEmbargo', 'SetEmbargoInput', { ...(await named(who, id)), record, bureaus, until }),
    act: async (who: Caller, act: OperationAct, id: string, over: Data = {}) =>
      mutate(who, 'actOnOperation', 'OperationActInput', { ...(await named(who, id)), act, ...over }),
    /** The id of a bureau's own record. */
    async own(bureau: string, type: 'persons' | 'notices', place = 0) {
      const { data } = await ask(officer(bureau), `{ ${type}(where: { owner: { eq: "${bureau}" } }) { nodes { id } } }`)
      return (data[type] as { nodes: { id: string }[] }).nodes[place]?.id ?? ''
    },
    /** Ids of the records of one bureau that somebody is listed. */
    async listed(who: Caller, type: 'persons' | 'notices' | 'operations', owner: string) {
      const { data } = await ask(who, `{ ${type}(where: { owner: { eq: "${owner}" } }) { nodes { id } totalCount } }`)
      const { nodes, totalCount } = data[type] as { nodes: { id: string }[]; totalCount: number }
      if (nodes.length !== totalCount) throw new Error('counts otherwise than it lists')
      return nodes.map(({ id }) => id)
    },
    /** What a bureau's desk was told, the latest first. */
    async desk(bureau: string) {
      const { data } = await ask(officer(bureau), '{ deskEntries { nodes { kind readerBureau { code } operation } } }')
      return (data['deskEntries'] as { nodes: { kind: string; readerBureau: { code: string }; operation: string | null }[] }).nodes
    },
    /** An operation of XA that these have agreed on. */
    async agreed(...parties: readonly string[]) {
      const { file: proposed } = await world.propose(officer('XA'))
      const { id } = proposed
      for (const bureau of parties) await world.invite(officer('XA'), id, bureau)
      for (const bureau of parties) await world.act(officer(bureau), 'ACCEPT', id)
      for (const bureau of ['XA', ...parties]) await world.act(officer(bureau), 'SIGN', id)
      return id
    },
    /** The same, and it runs. */
    async running(...parties: readonly string[]) {
      const id = await world.agreed(...parties)
      await world.act(officer('XA'), 'ACTIVATE', id)
      return id
    },
  }
  return world
}
