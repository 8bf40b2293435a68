import { describe, expect, it } from 'vitest'
import { eventually } from '../support/connectors/eventually.ts'
import { openSocketsTo } from '../support/openSockets.ts'
import { declaring, signedFiles, testKey } from '../support/signedFiles.ts'
import { bureauFiles, changingHub, type NoticesAnswer, openPolicy, restBureau } from './changingHub.ts'

const closed = "a bureau's connection is closed: no operation needs it any more"
const portOf = (url: string) => Number(new URL(url).port)

/** Owners of an answer, with what stands under each: how its numbers begin and whether kinds are shown. */
function owners({ data }: NoticesAnswer): Record<string, string[]> {
  const found: Record<string, Set<string>> = {}
  for (const { owner, number, kind } of data?.notices.nodes ?? []) {
    found[owner.code] ??= new Set()
    found[owner.code]?.add(`${number?.split('-')[0]} ${kind === null ? 'withheld' : 'shown'}`)
  }
  return Object.fromEntries(Object.entries(found).map(([code, values]) => [code, [...values]]))
}

describe('a hub that is asked all the time', () => {
  it('fails and mixes no answer while bureaus join, change, are drained and leave, and leaves nothing open behind them', async () => {
    await using hub = await changingHub()
    const [xa, xn, xc] = [await hub.system('XA'), await hub.system('XN'), await hub.system('XC')]
    const answers: NoticesAnswer[] = []
    let asking = true
    const askers = Array.from({ length: 4 }, async () => {
      while (asking) answers.push(await hub.notices())
    })
    const asked = (...codes: string[]) => eventually(async () => String(await hub.asked()) === String(codes), 20_000)
    await asked('XA', 'XB')
    const handles = () =>
      process.getActiveResourcesInfo().filter((one) => /Wrap|Worker/.test(one) && !/^TCP(Server)?(Socket)?Wrap$/.test(one)).length
    const before = handles()
    for (let round = 0; round < 3; round++) {
      hub.write(bureauFiles('XC', xc))
      await asked('XA', 'XB', 'XC')
      const isNew = round % 2 === 0
      // Another system with other numbers, and other rules with it.
      hub.write({
        'XA/bureau.yaml': restBureau('XA', isNew ? xn : xa),
        'XA/disclosure.yaml': openPolicy('XA', `${2 + round}`, isNew ? 'number, kind, issuedOn' : 'number, issuedOn'),
      })
      await eventually(async () => owners(await hub.notices())['XA']?.[0] === (isNew ? 'XN shown' : 'XA withheld'), 20_000)
      hub.write({ 'XC/bureau.yaml': restBureau('XC', xc, 'takesPart: false\n') })
      await asked('XA', 'XB')
      hub.write({ 'XC/bureau.yaml': restBureau('XC', xc) })
      await asked('XA', 'XB', 'XC')
      hub.remove('XC')
      await asked('XA', 'XB')
    }
    asking = false
    await Promise.all(askers)
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([])
    expect(new Set(answers.flatMap(({ data }) => data?.notices.sources.map(({ state }) => state) ?? []))).toEqual(new Set(['OK']))
    const seen = new Set(answers.map((answer) => JSON.stringify(owners(answer))))
    const [xb, c] = ['"XB":["XB shown"]', '"XC":["XC withheld"]']
    const known = ['"XA":["XA withheld"]', '"XA":["XN shown"]'].flatMap((a) => [`{${a},${xb}}`, `{${a},${xb},${c}}`])
    // Every answer is of one state that there was, and every such state was met.
    expect([...seen].map(sorted).sort()).toEqual(known.map(sorted).sort())
    expect(answers.length).toBeGreaterThan(50)
    await eventually(() => openSocketsTo(portOf(xc.server.url)) === 0 && hub.said(closed, 'XC') === 6 && handles() <= before)
  }, 180_000)

  it('keeps a bureau for the answers that were begun with it, and closes it after the last of them', async () => {
    await using hub = await changingHub()
    const xc = await hub.system('XC')
    hub.write(bureauFiles('XC', xc))
    await hub.running.reload()
    const held = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const answer = xc.server
    xc.answer = (_request, response) => {
      asked.resolve()
      void held.promise.then(() =>
        response
          .setHeader('content-type', 'application/json')
          .end('{"items":[{"id":"n1","number":"XC-1","kind":"RED","day":"2026-01-01"}]}'),
      )
    }
    const slow = hub.notices()
    await asked.promise
    hub.remove('XC')
    await hub.running.reload()
    expect(await hub.asked()).toEqual(['XA', 'XB'])
    expect(openSocketsTo(portOf(answer.url))).toBeGreaterThan(0)
    expect(hub.said(closed, 'XC')).toBe(0)
    held.resolve()
    const { data, errors } = await slow
    expect(errors).toBeUndefined()
    expect(data?.notices.sources).toContainEqual({ bureau: { code: 'XC' }, state: 'OK' })
    expect(data?.notices.nodes.filter(({ owner }) => owner.code === 'XC').map(({ number }) => number)).toEqual(['XC-1'])
    await eventually(() => hub.said(closed, 'XC') === 1 && openSocketsTo(portOf(answer.url)) === 0)
  })

  it('asks a new system before anybody’s question, and holds up no tightening for it', async () => {
    await using hub = await changingHub()
    const xc = await hub.system('XC')
    const probed = Promise.withResolvers<void>()
    xc.answer = () => probed.resolve()
    hub.write({ ...bureauFiles('XC', xc), 'XA/disclosure.yaml': openPolicy('XA', '2', 'issuedOn') })
    const reloaded = hub.running.reload()
    await probed.promise
    const { data } = await hub.notices()
    expect(data?.notices.nodes.filter(({ owner }) => owner.code === 'XA').every(({ number }) => number === null)).toBe(true)
    expect(data?.notices.sources.map(({ bureau }) => bureau.code)).toEqual(['XA', 'XB'])
    await reloaded
    // A system that is silent is a bureau that is silent.
    xc.answer = (_request, response) => response.writeHead(500).end()
    expect((await hub.notices()).data?.notices.sources).toContainEqual({ bureau: { code: 'XC' }, state: 'UNAVAILABLE' })
    expect(hub.said("a bureau's system does not answer yet: the bureau takes part, and is silent", 'XC')).toBe(1)
  }, 40_000)
})

describe('a bureau.yaml', () => {
  it('with mistakes leaves the bureau as it was, and tells its own officers and the log', async () => {
    await using hub = await changingHub()
    hub.write({ 'XA/bureau.yaml': restBureau('XA', await hub.system('XA')).replace('timeZone: UTC', 'timeZone: Utopia') })
    await hub.running.reload()
    const standing = '{ bureau(code: "XA") { status policy { pendingProblems { file line message } } } }'
    const problems = [{ file: 'bureau.yaml', line: 4, message: expect.stringContaining('time zone') }]
    expect((await hub.ask(standing, {}, 'xa-ncb-officer')).data).toEqual({
      bureau: { status: 'READY', policy: { pendingProblems: problems } },
    })
    expect((await hub.ask(standing)).data).toEqual({ bureau: { status: 'READY', policy: null } })
    expect(await hub.asked()).toEqual(['XA', 'XB'])
    const told = () => hub.lines.filter(({ msg }) => msg === 'a bureau.yaml is not taken: the bureau stays as it was')
    expect(told()).toMatchObject([{ level: 50, bureau: 'XA', problems: [expect.stringMatching(/bureau\.yaml:4:\d+ error timeZone/)] }])
    await hub.running.reload()
    expect(told()).toHaveLength(1)
    hub.write({ 'XA/bureau.yaml': restBureau('XA', await hub.system('XA')) })
    await hub.running.reload()
    expect((await hub.ask(standing, {}, 'xa-ncb-officer')).data).toEqual({ bureau: { status: 'READY', policy: { pendingProblems: [] } } })
  })

  it('that is new joins when it is in order and not before', async () => {
    await using hub = await changingHub()
    const xc = await hub.system('XC')
    hub.write({ 'XC/bureau.yaml': restBureau('XC', xc, 'colour: red\n'), 'XC/disclosure.yaml': openPolicy('XC', '1') })
    await hub.running.reload()
    expect((await hub.ask('{ bureaus { code } }')).data).toEqual({ bureaus: [{ code: 'XA' }, { code: 'XB' }] })
    expect(hub.said('a folder is not taken: its bureau does not join')).toBe(1)
    hub.write(bureauFiles('XC', xc))
    await eventually(async () => String(await hub.asked()) === 'XA,XB,XC', 20_000)
  })

  it('that says takesPart: false drains the bureau: it is shown as such, and its policy stays in force', async () => {
    await using hub = await changingHub()
    const xb = await hub.system('XB')
    hub.write({ 'XB/bureau.yaml': restBureau('XB', xb, 'takesPart: false\n') })
    await hub.running.reload()
    const all = '{ bureaus { code status serves health { state breaker concurrency } policy { version } } }'
    const { data } = await hub.ask(all)
    expect(data?.['bureaus']).toContainEqual({
      code: 'XB',
      status: 'DRAINED',
      serves: [],
      health: { state: 'NOT_ASKED', breaker: null, concurrency: null },
      policy: { version: '1' },
    })
    await eventually(() => hub.said(closed, 'XB') === 1 && openSocketsTo(portOf(xb.server.url)) === 0)
  })

  it('that changes nothing of the connection leaves it open, and what is known of it', async () => {
    await using hub = await changingHub()
    await hub.notices()
    const health = async () =>
      (await hub.ask('{ bureau(code: "XB") { duty24x7 health { lastAnsweredAt concurrency } } }')).data?.['bureau'] as {
        duty24x7: boolean
        health: { lastAnsweredAt: string | null; concurrency: number }
      }
    const before = await health()
    expect(before.health.lastAnsweredAt).not.toBeNull()
    const asked = (await hub.system('XB')).server.seen.length
    hub.write({ 'XB/bureau.yaml': restBureau('XB', await hub.system('XB'), 'duty24x7: true\n') })
    await hub.running.reload()
    expect(await health()).toEqual({ ...before, duty24x7: true })
    hub.write({
      'XB/bureau.yaml': restBureau('XB', await hub.system('XB')).replace('deadlineMs: 20000', 'deadlineMs: 20000, concurrency: 3'),
    })
    await hub.running.reload()
    expect(await health()).toEqual({ duty24x7: false, health: { lastAnsweredAt: null, concurrency: 3 } })
    expect((await hub.system('XB')).server.seen.length).toBe(asked)
    expect(hub.said(closed)).toBe(0)
  })

  it('that suspends a bureau is taken although the bureau’s own disclosure file has a mistake by then', async () => {
    await using hub = await changingHub()
    expect(owners(await hub.notices())).toHaveProperty('XA')
    hub.write({
      'XB/bureau.yaml': restBureau('XB', await hub.system('XB'), 'supervision: SUSPENDED\n'),
      'XB/disclosure.yaml': openPolicy('XB', '2', 'nothing'),
    })
    await hub.running.reload()
    expect(Object.keys(owners(await hub.notices()))).toEqual(['XB'])
    expect((await hub.ask('{ bureau(code: "XB") { supervision policy { version } } }')).data).toEqual({
      bureau: { supervision: 'SUSPENDED', policy: { version: '1' } },
    })
  })

  it('that is gone ends its officers’ tokens, its ids and the cursors', async () => {
    await using hub = await changingHub()
    const { token = '' } = (await hub.issuer.issue('xa-ncb-officer')) ?? {}
    const viewer = () => hub.askWith<{ errors?: { extensions: { code: string } }[] }>(token, '{ viewer { bureau { code } } }')
    expect((await viewer()).errors).toBeUndefined()
    const { data } = await hub.notices()
    const id = data?.notices.nodes.find(({ owner }) => owner.code === 'XA')?.id
    const after = data?.notices.pageInfo.endCursor
    hub.remove('XA')
    await hub.running.reload()
    expect((await viewer()).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect((await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({ node: null })
    expect((await hub.notices({ after })).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID')
  })
})

describe('a bureau that signs', () => {
  it('does not come back with an older file than the last one that was in force', async () => {
    await using hub = await changingHub()
    const [key, xc] = [testKey(), await hub.system('XC')]
    const yaml = { 'XC/bureau.yaml': declaring(restBureau('XC', xc), key) }
    const signed = (version: string) => signedFiles('XC', openPolicy('XC', version), key)
    hub.write({ ...yaml, ...signed('5') })
    await hub.running.reload()
    expect(await hub.asked()).toEqual(['XA', 'XB', 'XC'])
    hub.remove('XC')
    await hub.running.reload()
    hub.write({ ...yaml, ...signed('4') })
    await hub.running.reload()
    expect(await hub.asked()).toEqual(['XA', 'XB'])
    expect(JSON.stringify(hub.lines.at(-2))).toContain('version 4 is not newer than 5')
    hub.write(signed('6'))
    await hub.running.reload()
    expect(await hub.asked()).toEqual(['XA', 'XB', 'XC'])
  })

  it('gets no other keys as long as no file is signed by one of them', async () => {
    await using hub = await changingHub()
    const [old, other] = [testKey(), testKey()]
    const xb = await hub.system('XB')
    hub.write({ 'XB/bureau.yaml': declaring(restBureau('XB', xb), old), ...signedFiles('XB', openPolicy('XB', '2'), old) })
    await hub.running.reload()
    hub.write({ 'XB/bureau.yaml': declaring(restBureau('XB', xb, 'duty24x7: true\n'), other) })
    await hub.running.reload()
    const standing = async () =>
      (await hub.ask('{ bureau(code: "XB") { duty24x7 policy { version pendingProblems { file } } } }')).data?.['bureau']
    expect(await standing()).toEqual({ duty24x7: false, policy: { version: '2', pendingProblems: [{ file: 'disclosure.yaml.sig' }] } })
    hub.write(signedFiles('XB', openPolicy('XB', '3'), other))
    await hub.running.reload()
    expect(await standing()).toEqual({ duty24x7: true, policy: { version: '3', pendingProblems: [] } })
  })
})

/** An object's text with its keys in order. */
function sorted(text: string): string {
  return JSON.stringify(Object.entries(JSON.parse(text) as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
