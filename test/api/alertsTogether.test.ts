import { expect, it } from 'vitest'
import { liveServer } from '../support/alerts/liveServer.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { signedIn } from '../support/openSocket.ts'

const rules = `
  - { id: N1, title: notices are listed, on: Notice, record: listed, to: any, for: any }
  - { id: N2, title: and open, on: Notice, fields: [kind, number], level: full, to: any, for: any }`
const document = `subscription($after: Cursor) { alerts(after: $after) { __typename ... on Alert { cursor record { ... on Notice { number } } } ... on Heartbeat { cursor } } }`
const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n))
type Item = { readonly __typename: string; readonly cursor: string; readonly record?: { readonly number: string } }

/** A server with a client that has begun, and then fell so many alerts behind. */
async function behind(count: number) {
  const live = await liveServer([
    memoryBureau('XB', { rows: { Notice: [] }, policy: compiledPolicy('XB', rules), mapped: ['kind', 'number'] }),
  ])
  const events = await live.subscribe(document)
  const { cursor: after } = (await events.next()) as unknown as Item
  events.stop()
  for (const number of numbers(count)) await live.change('XB', 'Notice', `n${number}`, { kind: 'RED', number })
  return { live, after, recorded: live.entries.length }
}

it('alerts that wait for a caller leave in their order, each with its cursor, and all are on record', async () => {
  const { live, after, recorded } = await behind(80)
  await using server = live
  const events = await server.subscribe(document, { after })
  const items: Item[] = []
  while (items.length < 80) items.push((await events.alert()) as unknown as Item)
  events.stop()
  expect(items.map(({ record }) => record?.number)).toEqual(numbers(80))
  expect(new Set(items.map(({ cursor }) => cursor)).size).toBe(80)
  const entries = server.entries.slice(recorded) as unknown as { disclosed: { keys: string[] }[] }[]
  expect(new Set(entries.flatMap(({ disclosed }) => disclosed.flatMap(({ keys }) => keys)))).toEqual(
    new Set(numbers(80).map((number) => `n${number}`)),
  )
  // From within what left together, too.
  const resumed = await server.subscribe(document, { after: items[40]?.cursor })
  expect(await resumed.alert()).toMatchObject({ record: { number: '41' } })
  resumed.stop()
})

it('on a socket each of them is a message of its own', async () => {
  const { live, after } = await behind(40)
  await using server = live
  await using socket = await signedIn(server)
  socket.ask('1', document, { variables: { after } })
  expect(await socket.take()).toMatchObject({ id: '1', type: 'next', payload: { data: { alerts: { __typename: 'Heartbeat' } } } })
  for (const number of numbers(40))
    expect(await socket.take()).toMatchObject({ id: '1', type: 'next', payload: { data: { alerts: { record: { number } } } } })
})
