import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BureauReload } from '../../src/config/bureauReload.ts'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import type { MemberHouse } from '../../src/config/memberHouse.ts'
import { type PolicyMemory, PolicyReload } from '../../src/config/policyReload.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import { PoliciesInForce } from '../../src/disclosure/policiesInForce.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import { declaring, signedFiles, testKey } from '../support/signedFiles.ts'
import { bureauYaml, temporaryFolder } from './folders.ts'

const listed = '  - { id: L, title: t, on: Person, record: listed, to: any, for: any, mayInclude: any }\n'
const withSex = `${listed}  - { id: S, title: t, on: Person, fields: [sex], level: full, to: any, for: any }\n`
const text = (code: string, version: string, rules: string, more = '') =>
  `comity: disclosure/v1\nbureau: ${code}\nversion: ${version}\n${more}rules:${rules === '' ? ' []' : `\n${rules}`}\n`

/** A hub's policies over a folder, without the hub. */
async function running(files: Readonly<Record<string, string>>, over: { memory?: PolicyMemory; house?: MemberHouse } = {}) {
  const folder = temporaryFolder({ 'XA/bureau.yaml': bureauYaml('XA'), 'XB/bureau.yaml': bureauYaml('XB'), ...files })
  const store = new Store(join(folder.path, 'state'))
  const memory = over.memory ?? store.policies
  const lastSigned = (bureau: string) => memory.lastSigned(bureau)
  const loaded = await loadBureaus(folder.path, { environment: {}, catalogue, connectorOptionsSchema, lastSigned })
  const policies = new PoliciesInForce(loaded.bureaus.flatMap(({ policy }) => policy ?? []))
  const said: string[] = []
  const short = (text: string) => text.replaceAll(`${folder.path}/`, '')
  const found = new BureauReload({
    folder: folder.path,
    environment: {},
    catalogue,
    connectorOptionsSchema,
    bureaus: loaded.bureaus.filter(({ policy }) => policy !== null),
    directory: new Set(['XA', 'XB']),
  })
  const reload = new PolicyReload({
    ...loaded,
    bureaus: loaded.bureaus.filter(({ policy }) => policy !== null),
    broken: loaded.bureaus.filter(({ policy }) => policy === null),
    ...(over.house === undefined ? {} : { house: over.house }),
    look: () => found.look(),
    folder: folder.path,
    directory: new Set(['XA', 'XB']),
    catalogue,
    policies,
    memory,
    clock: () => Date.parse('2026-06-15T12:00:00Z'),
    listener: {
      active: ({ version }, bureau) => said.push(`${bureau} ${version}`),
      refused: ({ version, problems }, bureau) =>
        said.push(`${bureau} stays ${version}`, ...problems.map((one) => short(formatProblem(one)))),
      sharedTaken: (file) => said.push(file),
      sharedRefused: (problems) => said.push(...problems.map((one) => short(formatProblem(one)))),
      foldersRefused: (problems) => said.push(...problems.map((one) => short(formatProblem(one)))),
    },
  })
  return {
    policies,
    reload,
    errors: loaded.problems.filter(({ severity }) => severity === 'error').map((one) => short(formatProblem(one))),
    /** Writes files, reloads, and gives what was said. */
    async change(changed: Readonly<Record<string, string | null>>) {
      for (const [name, content] of Object.entries(changed)) {
        if (content === null) rmSync(join(folder.path, name))
        else {
          mkdirSync(dirname(join(folder.path, name)), { recursive: true })
          writeFileSync(join(folder.path, name), content)
        }
      }
      await reload.reload()
      return said.splice(0)
    },
    [Symbol.dispose]() {
      store.close()
      folder[Symbol.dispose]()
    },
  }
}

const seesSex = (policy: Policy, agreements: string[] = []) => policy.planFor('Person', caller({ agreements })).fixedLevel('sex') === 'full'

describe('a changed disclosure file', () => {
  it('is in force after a reload, alone', async () => {
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', withSex), 'XB/disclosure.yaml': text('XB', '1', withSex) })
    const xb = hub.policies.policyOf('XB').digest
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(true)
    expect(await hub.change({ 'XA/disclosure.yaml': text('XA', '2', listed) })).toEqual(['XA 2'])
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(false)
    expect(hub.policies.policyOf('XB').digest).toBe(xb)
    expect(hub.reload.statusOf('XA')).toMatchObject({ version: '2', activeSince: '2026-06-15T12:00:00.000Z', problems: [] })
  })

  it('is taken once: nothing is said of what has not changed', async () => {
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', withSex) })
    const set = hub.policies.now
    expect(await hub.change({})).toEqual([])
    expect(await hub.change({ 'XA/disclosure.yaml': text('XA', '1', withSex) })).toEqual([])
    expect([...hub.policies.now.policies.keys()]).toEqual([...set.policies.keys()])
  })

  it('with mistakes leaves the one before in force and says what is wrong, until it is mended', async () => {
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', withSex) })
    const before = hub.policies.policyOf('XA')
    const broken = text('XA', '2', `${listed.replace('Person', 'Persn')}`)
    const said = await hub.change({ 'XA/disclosure.yaml': broken })
    expect(said[0]).toBe('XA stays 1')
    expect(said[1]).toMatch(/^XA\/disclosure\.yaml:5:\d+ error rules\.L\.on: there is no record type "Persn"/)
    expect(hub.policies.policyOf('XA').digest).toBe(before.digest)
    expect(hub.reload.statusOf('XA')).toMatchObject({ version: '1', problems: [{ line: 5 }] })
    expect(await hub.change({})).toEqual([])
    expect(hub.reload.statusOf('XA')?.problems).toHaveLength(1)
    expect(await hub.change({ 'XA/disclosure.yaml': text('XA', '1', withSex) })).toEqual([])
    expect(hub.reload.statusOf('XA')?.problems).toEqual([])
    expect(await hub.change({ 'XA/disclosure.yaml': text('XA', '2', listed) })).toEqual(['XA 2'])
  })

  it('whose own tests fail is not taken', async () => {
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', withSex) })
    const failing = 'tests:\n  - { on: Person, caller: { country: XB, purpose: INVESTIGATION }, record: {}, expect: { sex: full } }\n'
    expect((await hub.change({ 'XA/disclosure.yaml': text('XA', '2', listed, failing) }))[0]).toBe('XA stays 1')
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(true)
  })

  it.each([
    ['empty', ''],
    ['cut off', text('XA', '2', withSex).slice(0, 90)],
    ['not text', '\u0000\u0001'],
    ['for another bureau', text('XB', '2', withSex)],
  ])('that is %s is not taken', async (_name, content) => {
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', withSex) })
    expect((await hub.change({ 'XA/disclosure.yaml': content }))[0]).toBe('XA stays 1')
    expect(hub.policies.policyOf('XA').version).toBe('1')
  })

  it('that is gone shares nothing, at once, and comes back', async () => {
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', withSex) })
    expect(await hub.change({ 'XA/disclosure.yaml': null })).toEqual(['XA none'])
    expect(hub.policies.policyOf('XA').planFor('Person', caller()).recordCeiling).toBe('none')
    expect(hub.policies.policyOf('XA').planFor('Person', caller({ bureau: 'XA' })).recordCeiling).toBe('listed')
    expect(await hub.change({ 'XA/disclosure.yaml': text('XA', '1', withSex) })).toEqual(['XA 1'])
  })

  it('is not in force when that cannot be noted durably, and is tried again', async () => {
    let broken = false
    const kept: PolicyMemory = {
      activate: (policies, at) => {
        if (broken) throw new Error('the disk is full')
        return policies.map(() => at)
      },
      lastSigned: () => null,
    }
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', withSex) }, { memory: kept })
    broken = true
    await expect(hub.change({ 'XA/disclosure.yaml': text('XA', '2', listed) })).rejects.toThrow('the disk is full')
    expect(hub.policies.policyOf('XA').version).toBe('1')
    expect(hub.reload.statusOf('XA')?.version).toBe('1')
    broken = false
    expect(await hub.change({})).toEqual(['XA 2'])
  })
})

/** A house of members that notes what is done with it. */
function notingHouse() {
  const done: string[] = []
  const house: MemberHouse & { failing: string | null } = {
    failing: null,
    open: ({ file }) => {
      if (file.code !== 'XC') return null
      done.push('open XC')
      return house.failing === null ? Promise.resolve() : Promise.reject(new Error(house.failing))
    },
    put: (bureaus, broken) =>
      done.push(['put', ...bureaus.map(({ file }) => file.code), ...broken.map(({ code }) => `broken ${code}`)].join(' ')),
    discard: () => done.push('discard'),
  }
  return { house, done }
}

describe('bureaus and their policies', () => {
  const whole = { 'XA/disclosure.yaml': text('XA', '1', withSex), 'XB/disclosure.yaml': text('XB', '1', withSex) }
  const joining = { 'XC/bureau.yaml': bureauYaml('XC'), 'XC/disclosure.yaml': text('XC', '1', withSex) }

  it('come and go together: of who has left no rules are left', async () => {
    using hub = await running(whole)
    expect(await hub.change(joining)).toEqual(['XC 1'])
    expect([...hub.policies.now.policies.keys()]).toEqual(['XA', 'XB', 'XC'])
    expect(await hub.change({ 'XA/bureau.yaml': null })).toEqual([])
    expect(() => hub.policies.policyOf('XA')).toThrow(TypeError)
    expect(hub.policies.now.bureaus).toEqual(['XB', 'XC'])
    expect(hub.reload.statusOf('XA')).toBeNull()
    // With the very files that it left with: it is the same policy, in force since then.
    expect(await hub.change({ 'XA/bureau.yaml': bureauYaml('XA') })).toEqual(['XA 1'])
  })

  it('do not join without rules that are sound: a mistake, or a file that belongs to another', async () => {
    using hub = await running(whole)
    const wrong = await hub.change({ ...joining, 'XC/disclosure.yaml': text('XB', '1', withSex) })
    expect(wrong).toEqual([expect.stringMatching(/^XC\/disclosure\.yaml:2:\d+ error bureau/)])
    expect([...hub.policies.now.policies.keys()]).toEqual(['XA', 'XB'])
    expect(await hub.change({})).toEqual([])
    expect(await hub.change(joining)).toEqual(['XC 1'])
  })

  it('wait for what has to be opened, while what tightens does not', async () => {
    const { house, done } = notingHouse()
    using hub = await running(whole, { house })
    await hub.change({})
    done.splice(0)
    await hub.change({ ...joining, 'XA/disclosure.yaml': text('XA', '2', listed) })
    expect(done).toEqual(['open XC', 'put XA XB', 'put XA XB XC', 'discard'])
  })

  it('do not join when their connector cannot be opened, and try again', async () => {
    const { house } = notingHouse()
    using hub = await running(whole, { house })
    house.failing = 'no such driver'
    expect(await hub.change(joining)).toEqual([
      expect.stringMatching(/^XC\/bureau\.yaml error file: its connector cannot be opened: no such driver/),
    ])
    expect([...hub.policies.now.policies.keys()]).toEqual(['XA', 'XB'])
    house.failing = null
    expect(await hub.change({})).toEqual(['XC 1'])
  })

  it('stay broken as they were at the start until they are mended, and leave like others', async () => {
    const { house, done } = notingHouse()
    const bad = { 'XB/disclosure.yaml': text('XB', '1', listed.replace('Person', 'Persn')) }
    const puts = async (hub: Awaited<ReturnType<typeof running>>, files: Readonly<Record<string, string | null>>) => {
      await hub.change(files)
      return done
        .splice(0)
        .filter((one) => one !== 'discard')
        .at(-1)
    }
    {
      using hub = await running({ ...whole, ...bad }, { house })
      expect(await puts(hub, { 'XA/disclosure.yaml': text('XA', '2', listed) })).toBe('put XA broken XB')
      expect(await puts(hub, { 'XB/disclosure.yaml': text('XB', '1', listed) })).toBe('put XA XB')
      // A mistake is no reason any more to take it out.
      expect(await puts(hub, { ...bad, 'XA/disclosure.yaml': text('XA', '3', listed) })).toBe('put XA XB')
    }
    using hub = await running({ ...whole, ...bad }, { house })
    expect(await puts(hub, { 'XB/bureau.yaml': null })).toBe('put XA')
  })

  it('give up what was opened when the policy cannot be noted', async () => {
    const { house, done } = notingHouse()
    const memory: PolicyMemory = {
      activate(policies, at) {
        if (policies.some(({ bureau }) => bureau === 'XC')) throw new Error('the disk is full')
        return policies.map(() => at)
      },
      lastSigned: () => null,
    }
    using hub = await running(whole, { house, memory })
    await hub.change({})
    done.splice(0)
    await expect(hub.change(joining)).rejects.toThrow('the disk is full')
    expect(done).toEqual(['open XC', 'put XA XB', 'discard'])
    expect([...hub.policies.now.policies.keys()]).toEqual(['XA', 'XB'])
  })
})

describe('a changed signed file', () => {
  const key = testKey()
  const yaml = { 'XA/bureau.yaml': declaring(bureauYaml('XA'), key) }
  const signed = (version: string, rules: string) => signedFiles('XA', text('XA', version, rules), key)
  const sig = 'XA/disclosure.yaml.sig'

  it('is taken with its signature only, and only when it is newer', async () => {
    using hub = await running({ ...yaml, ...signed('2', listed) })
    expect(await hub.change({ 'XA/disclosure.yaml': text('XA', '3', withSex) })).toEqual([
      'XA stays 2',
      'XA/disclosure.yaml.sig error file: it does not fit the file: the file was changed after it was signed, or the signature was',
    ])
    expect(await hub.change({ [sig]: signed('3', withSex)[sig] ?? '' })).toEqual(['XA 3'])
    expect(await hub.change(signed('2', listed))).toEqual([
      'XA stays 3',
      'XA/disclosure.yaml.sig error file: version 2 is not newer than 3, which was in force already: a change needs a newer version',
    ])
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(true)
    expect(await hub.change(signed('3', `${withSex}\n`))).toContain('XA stays 3')
    expect(await hub.change(signed('3', withSex))).toEqual([])
    expect(hub.reload.statusOf('XA')?.problems).toEqual([])
    expect((await hub.change({ [sig]: null }))[0]).toBe('XA stays 3')
    expect(hub.policies.policyOf('XA').version).toBe('3')
  })

  it('is refused by another bureau’s key', async () => {
    using hub = await running({ ...yaml, ...signed('2', listed) })
    expect((await hub.change(signedFiles('XA', text('XA', '3', withSex), testKey())))[0]).toBe('XA stays 2')
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(false)
  })

  it('is not older for having been taken away in between', async () => {
    using hub = await running({ ...yaml, ...signed('2', listed) })
    expect(await hub.change({ 'XA/disclosure.yaml': null })).toEqual(['XA none'])
    expect((await hub.change(signed('1', withSex)))[0]).toBe('XA stays none')
    expect(hub.policies.policyOf('XA').planFor('Person', caller()).recordCeiling).toBe('none')
    expect(await hub.change(signed('2', listed))).toEqual(['XA 2'])
  })

  it('stays replaced over a restart', async () => {
    using folder = temporaryFolder({})
    const first = new Store(folder.path)
    using before = await running({ ...yaml, ...signed('2', withSex) }, { memory: first.policies })
    await before.change(signed('3', listed))
    first.close()
    const second = new Store(folder.path)
    using after = await running({ ...yaml, ...signed('2', withSex) }, { memory: second.policies })
    expect(after.errors).toEqual([
      'XA/disclosure.yaml.sig error file: version 2 is not newer than 3, which was in force already: a change needs a newer version',
    ])
    second.close()
    const third = new Store(folder.path)
    using again = await running({ ...yaml, ...signed('3', listed) }, { memory: third.policies })
    expect(again.errors).toEqual([])
    third.close()
  })
})

describe('what all bureaus share', () => {
  const baseline = (rules: string) => `comity: baseline/v1\nversion: 1\nrules:${rules}\n`
  const lower = baseline('\n  - { id: H, title: t, on: Person, fields: [sex], cap: none }')
  const policy = (version: string) => text('XA', version, withSex)

  it('lowers at once when the baseline does, and is not given up by taking the file away', async () => {
    using hub = await running({ 'XA/disclosure.yaml': policy('1'), 'baseline.yaml': baseline(' []') })
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(true)
    expect(await hub.change({ 'baseline.yaml': lower })).toEqual(['baseline.yaml', 'XA 1'])
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(false)
    expect(await hub.change({ 'baseline.yaml': null })).toEqual([
      'baseline.yaml error file: the file is gone; a hub gives up its baseline at a restart only',
    ])
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(false)
    expect((await hub.change({ 'baseline.yaml': 'rules: [' }))[0]).toMatch(/^baseline\.yaml:1:\d+ error/)
    expect(seesSex(hub.policies.policyOf('XA'))).toBe(false)
  })

  it('lowers also a bureau whose own file is broken at that time, or whose own tests fail with it', async () => {
    const tests = 'tests:\n  - { on: Person, caller: { country: XB, purpose: INVESTIGATION }, record: {}, expect: { sex: full } }\n'
    using hub = await running({
      'XA/disclosure.yaml': text('XA', '1', withSex, tests),
      'XB/disclosure.yaml': text('XB', '1', withSex),
      'baseline.yaml': baseline(' []'),
    })
    await hub.change({ 'XB/disclosure.yaml': 'broken: [' })
    const said = await hub.change({ 'baseline.yaml': lower })
    expect(said).toEqual(expect.arrayContaining(['baseline.yaml', 'XA 1', 'XA stays 1', 'XB 1', 'XB stays 1']))
    for (const bureau of ['XA', 'XB']) expect(seesSex(hub.policies.policyOf(bureau))).toBe(false)
    expect(hub.reload.statusOf('XA')?.problems).toHaveLength(1)
    expect(hub.reload.statusOf('XB')?.problems).toHaveLength(1)
  })

  it('ends an agreement when the registry suspends it, and keeps the registry when the new one is broken', async () => {
    const registry = (more = '') => `agreements:\n  CONV-12: { title: t, parties: [XA, XB], from: '2020-01-01'${more} }\n`
    const under = withSex.replace('level: full, to: any, for: any }', 'level: full, to: any, for: any, under: CONV-12 }')
    using hub = await running({ 'XA/disclosure.yaml': text('XA', '1', under), 'agreements.yaml': registry() })
    expect(hub.reload.agreements.inForce('XB', '2026-01-01')).toEqual(['CONV-12'])
    expect(seesSex(hub.policies.policyOf('XA'), ['CONV-12'])).toBe(true)
    expect(await hub.change({ 'agreements.yaml': registry(', ceiling: none') })).toEqual(['agreements.yaml', 'XA 1'])
    expect(seesSex(hub.policies.policyOf('XA'), ['CONV-12'])).toBe(false)
    expect((await hub.change({ 'agreements.yaml': 'agreements: 1' }))[0]).toMatch(/^agreements\.yaml:1:\d+ error/)
    expect(hub.reload.agreements.inForce('XB', '2026-01-01')).toEqual(['CONV-12'])
    expect(await hub.change({ 'agreements.yaml': registry(', suspended: true') })).toContain('agreements.yaml')
    expect(hub.reload.agreements.inForce('XB', '2026-01-01')).toEqual([])
    expect((await hub.change({ 'agreements.yaml': null })).slice(0, 2)).toEqual(['agreements.yaml', 'XA stays 1'])
    expect(hub.reload.agreements.inForce('XB', '2026-01-01')).toEqual([])
  })
})
