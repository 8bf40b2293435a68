import type { NoticeAct } from '../../src/model/noticeLife.ts'
import type { Caller } from '../../src/model/principal.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const fields = '[kind, number, state, subject, summary, warrants, offences, review, issuedOn, expiresOn, actionRequested, form]'
const open = `
  - { id: P1, title: persons are listed to all, on: Person, record: listed, to: any, for: any, mayInclude: any }
  - { id: N1, title: published ones to all, on: Notice, record: listed, to: any, for: any, when: 'record.state == "PUBLISHED"' }
  - { id: N2, title: their face, on: Notice, fields: [kind, number, state, issuedOn, expiresOn, form], level: full, to: any, for: any }
  - { id: N3, title: those in review to the Secretariat, on: Notice, record: listed, to: 'caller.country == "XS"', for: any, when: 'record.state != "DRAFT"' }
  - { id: N4, title: in full, on: Notice, fields: ${fields}, level: full, to: 'caller.country == "XS"', for: any }`
/** As XA's, but the Secretariat is shown drafts too, and no facts. */
const closed = open.replace('summary, ', '').replace(`when: 'record.state != "DRAFT"'`, `when: 'record.state in ["DRAFT", "SUBMITTED"]'`)

/** Diffusions to their recipients, notices to nobody but the Secretariat. */
export const addressed = `
  - { id: P1, title: persons are listed to all, on: Person, record: listed, to: any, for: any, mayInclude: any }
  - { id: N1, title: diffusions to their recipients, on: Notice, record: listed, to: any, for: any, when: 'record.form == "DIFFUSION" && record.state == "PUBLISHED" && caller.country in record.recipients' }
  - { id: N2, title: with the facts, on: Notice, fields: ${fields}, level: full, to: any, for: any }
  - { id: N3, title: what is out or in review to the Secretariat, on: Notice, record: listed, to: 'caller.country == "XS"', for: any, when: 'record.state != "DRAFT"' }`

/** An answer to a question of a test. */
export type Data = Readonly<Record<string, unknown>>

/** `NoticeFile` as tests read it. */
export interface NoticeAnswer {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly possible: readonly NoticeAct[]
  readonly review: string
  readonly doubted: boolean
  readonly endsAt: string | null
  readonly onHold: boolean
  readonly flags: readonly Data[]
  readonly amendment: Data | null
  readonly steps: readonly Data[]
  readonly notice: Data | null
}

const fileFields = `id version state side possible review doubted endsAt onHold flags { bureau { code } ground } amendment { summary kind } owner { code } reviewer { code }
  steps { number act side bureau { code } personRef state message outcome }
  notice { kind number state summary issuedOn expiresOn review form recipients subject { id } warrants { reference maxPenaltyMonths } }`

/** A Red notice that lacks nothing, but for its subject. */
export const red: Data = {
  kind: 'RED',
  actionRequested: ['LOCATE_AND_ARREST'],
  summary: 'Broke into a bank at night.',
  warrants: [
    {
      kind: 'ARREST',
      issuingAuthority: 'Court of Xa',
      country: 'XA',
      reference: 'GS 1/26',
      issuedOn: '2026-05',
      judicial: true,
      charge: 'Robbery',
      maxPenaltyMonths: 120,
    },
  ],
  offences: [{ family: 'ROBBERY', charge: 'Robbery', law: 'Penal Code 249' }],
  assurances: { competentAuthority: true, extraditionSought: true },
}

/** XA, XB (which shows the Secretariat no facts), the Secretariat XS, and bureaus of a test's own with their rules and supervision. */
export function noticeWorld(
  store = new Store(null),
  secretariat = true,
  more: Readonly<Record<string, string>> = {},
  supervision: 'NONE' | 'PRE_CLEARANCE' = 'NONE',
) {
  const whole = { names: [{ family: 'Xelm', given: 'Q' }], sex: 'M', birthDate: '1980', documents: [{ number: 'P1' }] }
  const rows = {
    Person: [
      { key: '1', ...whole },
      { key: '2', names: [{ family: 'Xelm' }] },
    ],
  }
  const mapped = ['names', 'sex', 'birthDate', 'documents', 'description']
  const bureaus = [
    memoryBureau('XA', { rows, mapped, policy: compiledPolicy('XA', open) }),
    memoryBureau('XB', { rows, mapped, policy: compiledPolicy('XB', closed) }),
    memoryBureau('XS', { rows: {}, policy: compiledPolicy('XS', open) }),
    ...Object.entries(more).map(([code, rules]) => memoryBureau(code, { rows, mapped, policy: compiledPolicy(code, rules) })),
  ]
  for (const one of bureaus.slice(3)) Object.assign(one, { source: { ...one.source, profile: { ...one.source.profile, supervision } } })
  const own = bureaus[2]
  if (own !== undefined && secretariat)
    Object.assign(own, { source: { ...own.source, profile: { ...own.source.profile, kind: 'SECRETARIAT' } } })
  const memory = memoryHub(bureaus, { store })
  let now = Date.parse('2026-06-15T12:00:00Z')
  let count = 0
  const officer = (bureau: string, person = `${bureau}-1`, role = 'NCB_OFFICER'): Caller => ({
    ...caller({ bureau, roles: [role], personRef: person }, { case: `${bureau}-1` }),
    instant: now,
    date: new Date(now).toISOString().slice(0, 10),
  })
  const ask = async (who: Caller, source: string, variables: Data = {}) => {
    const result = await memory.ask(source, variables, who)
    const error = result.errors?.[0]
    const code = (error?.originalError as { code?: string } | undefined)?.code ?? error?.message ?? null
    return { data: (result.data ?? {}) as Data, code, message: error?.message ?? null }
  }
  return {
    store,
    entries: memory.entries,
    officer,
    ask,
    get now() {
      return now
    },
    /** The instant of the next operation, moved on by so many milliseconds. */
    wait(ms: number) {
      now += ms
    },
    /** The id of a person of a bureau. */
    async person(bureau: string, key: string) {
      const { data } = await ask(officer(bureau), `{ persons(where: { owner: { eq: "${bureau}" } }) { nodes { id names { given } } } }`)
      const { nodes } = data['persons'] as { nodes: { id: string; names: { given: string | null }[] }[] }
      return nodes.find(({ names }) => (names[0]?.given === 'Q') === (key === '1'))?.id ?? ''
    },
    async create(who: Caller, notice: Data, clientMutationId = `c${++count}`) {
      const answer = await ask(who, `mutation ($input: CreateNoticeInput!) { createNotice(input: $input) { ${fileFields} } }`, {
        input: { clientMutationId, ...notice },
      })
      return { ...answer, file: answer.data['createNotice'] as NoticeAnswer }
    },
    async amend(who: Caller, file: NoticeAnswer, notice: Data) {
      const input = { clientMutationId: `c${++count}`, id: file.id, version: file.version, notice }
      const answer = await ask(who, `mutation ($input: AmendNoticeInput!) { amendNotice(input: $input) { ${fileFields} } }`, { input })
      return { ...answer, file: answer.data['amendNotice'] as NoticeAnswer }
    },
    async act(who: Caller, act: NoticeAct, file: Pick<NoticeAnswer, 'id' | 'version'>, over: Data = {}) {
      const input = { clientMutationId: `c${++count}`, id: file.id, version: file.version, act, ...over }
      const answer = await ask(who, `mutation ($input: NoticeActInput!) { actOnNotice(input: $input) { ${fileFields} } }`, { input })
      return { ...answer, file: answer.data['actOnNotice'] as NoticeAnswer }
    },
    async file(who: Caller, id: string) {
      return (await ask(who, `query ($id: ID!) { noticeFile(id: $id) { ${fileFields} } }`, { id })).data[
        'noticeFile'
      ] as NoticeAnswer | null
    },
    async listed(who: Caller, rest = '') {
      const { data } = await ask(who, `{ notices${rest} { nodes { id kind number state summary } } }`)
      return (data['notices'] as { nodes: Data[] }).nodes
    },
  }
}
