import { describe, expect, it } from 'vitest'
import { caller } from '../support/caller.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { type MemoryBureau, memoryBureau, type Rows } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const asked = `query ($id: ID!, $depth: Int, $limit: Int) {
  network(seed: $id, depth: $depth, limit: $limit) {
    nodes { id kind value record { __typename owner { code } } } edges { from to kind } truncated sources { bureau { code } state } completeness { complete }
  }
}`
const passport = (number: string) => ({ documents: [{ kind: 'PASSPORT', number, issuingCountry: 'XD' }] })
const phone = (value: string) => ({ contacts: [{ kind: 'PHONE', value }] })
const ref = (bureau: string, type: string, key: string) => ({ bureau, type, key })

function rules(shown = ['names', 'documents', 'contacts', 'notices', 'requests', 'operations']): string {
  return ['Person', 'Notice', 'AssistanceRequest']
    .map(
      (type) => `
  - { id: L${type}, title: suspects and all else, on: ${type}, record: listed, to: any, for: any${type === 'Person' ? ', when: record.status != "WITNESS"' : ''} }
  - { id: F${type}, title: with these, on: ${type}, fields: [${type === 'Person' ? ['status', ...shown].join(', ') : type === 'Notice' ? 'kind, subject, requests' : 'kind, subjects, notice'}], level: full, to: any, for: any }`,
    )
    .join('')
}

function bureau(code: string, rows: Rows, text = rules()): MemoryBureau {
  const mapped = ['status', 'names', 'documents', 'contacts', 'kind', 'subject', 'subjects', 'notice', 'recordedAt']
  return memoryBureau(code, { rows, policy: compiledPolicy(code, text, '', () => false), mapped, limits: { deadlineMs: 30_000 } })
}

const named = (key: string, more: Record<string, unknown> = {}) => ({ key, status: 'SUSPECT', names: [{ full: `Person ${key}` }], ...more })

/** XA's person `a` has a notice; a request of XB is about it and about XB's `b`; XC's `c` has the passport of `a`, and the telephone of `b`. */
function world(text?: string): readonly MemoryBureau[] {
  const notice = { key: 'n', kind: 'RED', subject: ref('XA', 'Person', 'a') }
  const request = {
    key: 'r',
    kind: 'INFORMATION',
    subjects: [ref('XA', 'Person', 'a'), ref('XB', 'Person', 'b'), ref('XB', 'Person', 'w')],
  }
  return [
    bureau('XA', { Person: [named('a', passport('P-123 4567'))], Notice: [notice], AssistanceRequest: [] }, text),
    bureau('XB', {
      Person: [named('b', phone('+49 30 123')), named('w', { status: 'WITNESS', ...passport('P1234567') })],
      Notice: [],
      AssistanceRequest: [request],
    }),
    bureau('XC', { Person: [named('c', { ...passport('P1234567'), ...phone('+4930123') })], Notice: [], AssistanceRequest: [] }),
  ]
}

interface Drawn {
  readonly nodes: readonly {
    readonly id: string
    readonly kind: string
    readonly value: string | null
    readonly record: { readonly __typename: string; readonly owner: { readonly code: string } } | null
  }[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[]
  readonly truncated: boolean
  readonly completeness: { readonly complete: boolean }
}

async function draw(
  bureaus: readonly MemoryBureau[],
  over: { depth?: number; limit?: number; key?: string; bureau?: string } = {},
  who = caller(),
) {
  const hub = memoryHub(bureaus)
  const id = hub.hub
    .begin(who, { signal: new AbortController().signal, traceId: '0' })
    .plan.idAt(ref(over.bureau ?? 'XA', 'Person', over.key ?? 'a'))
  const { data, errors } = await hub.ask(asked, { id, depth: over.depth ?? 2, limit: over.limit ?? 50 }, who)
  if (errors !== undefined) throw new Error(errors[0]?.message)
  const drawn = (data as { network: Drawn | null }).network
  const name = new Map(
    drawn?.nodes.map(({ id: node, kind, value, record }) => [node, value ?? `${record?.owner.code} ${record?.__typename ?? kind}`]),
  )
  return {
    drawn,
    entries: hub.entries,
    nodes: drawn?.nodes.map(({ id: node }) => name.get(node)).toSorted(),
    edges: drawn?.edges.map(({ from, to, kind }) => `${name.get(from)} -${kind}-> ${name.get(to)}`).toSorted(),
  }
}

describe('the network around a record', () => {
  it('has what it links to and what links to it, whoever has the same document, and what they have in common', async () => {
    const { nodes, edges, drawn } = await draw(world())
    expect(nodes).toEqual(['+4930123', 'P-123 4567', 'XA Notice', 'XA Person', 'XB AssistanceRequest', 'XB Person', 'XC Person'])
    expect(edges).toEqual([
      'XA Notice -subject-> XA Person',
      'XA Person -documents-> P-123 4567',
      'XB AssistanceRequest -subjects-> XA Person',
      'XB AssistanceRequest -subjects-> XB Person',
      'XB Person -contacts-> +4930123',
      'XC Person -contacts-> +4930123',
      'XC Person -documents-> P-123 4567',
    ])
    expect(drawn?.truncated).toBe(false)
    expect(drawn?.completeness.complete).toBe(true)
  })

  it('goes so many links deep and so many records wide, and says where it was cut', async () => {
    expect((await draw(world(), { depth: 1 })).nodes).toEqual(['P-123 4567', 'XA Notice', 'XA Person', 'XB AssistanceRequest', 'XC Person'])
    const narrow = await draw(world(), { limit: 3 })
    expect(narrow.drawn?.nodes.filter(({ kind }) => kind === 'RECORD')).toHaveLength(3)
    expect(narrow.drawn?.truncated).toBe(true)
    for (const wrong of [{ depth: 0 }, { depth: 4 }, { limit: 1 }, { limit: 101 }])
      await expect(draw(world(), wrong)).rejects.toThrow(/depth: from 1 to 3|limit: from 2 to 100/)
  })

  it('has nothing that the caller may not see: no hidden end, no withheld link, no withheld or masked value', async () => {
    expect((await draw(world(), { key: 'w', bureau: 'XB' })).drawn).toBeNull()
    expect((await draw(world(), { key: 'nobody' })).drawn).toBeNull()
    const closed = await draw(world(rules(['names'])))
    expect(closed.nodes).toEqual(['XA Person'])
    expect(closed.edges).toEqual([])
  })

  it('names values otherwise for each bureau, and is on record with every record in it', async () => {
    const [one, other] = [await draw(world()), await draw(world(), {}, caller({ bureau: 'XY' }))]
    const valueIds = ({ drawn }: typeof one) => drawn?.nodes.filter(({ kind }) => kind !== 'RECORD').map(({ id }) => id)
    expect(other.nodes).toEqual(one.nodes)
    expect(valueIds(other)).not.toEqual(valueIds(one))
    expect(one.entries[0]?.disclosed.flatMap(({ owner, type, keys }) => keys.map((key) => `${owner} ${type} ${key}`)).toSorted()).toEqual([
      'XA Notice n',
      'XA Person a',
      'XB AssistanceRequest r',
      'XB Person b',
      'XC Person c',
    ])
    expect(JSON.stringify(one.entries)).not.toContain('123')
  })

  it('says which bureau was silent', async () => {
    const bureaus = world()
    const [, , last] = bureaus
    if (last) last.down = true
    const { drawn, nodes } = await draw(bureaus)
    expect(nodes).not.toContain('XC Person')
    expect(drawn?.completeness.complete).toBe(false)
  })
})
