import { setTimeout as wait } from 'node:timers/promises'
import { withServer } from '../contestant.ts'
import type { Question } from '../load.ts'
import type { Racer } from './contestants.ts'
import { gatewayPage, hubPage, pageSize, recordsOf } from './questions.ts'
import { codes, type Systems, whileHanging } from './systems.ts'

/** What a contestant answered while two sources hung. */
export interface HangingAnswer {
  readonly name: string
  /** Which question it was since the sources hang. */
  readonly asked: number
  /** Null: nothing came while we waited. */
  readonly status: number | null
  readonly ms: number
  readonly records: number
  readonly errors: number
  /** What the answer says of the two sources. */
  readonly saysOfThem: string
}

const hanging = ['XC', 'XM']
/** How long we wait for an answer, in milliseconds. */
const patience = 15_000
/** Questions in a row: the first ones, and the last after what a contestant may have learned. */
const asks = 12

/** Asks each contestant, started afresh, for pages one after the other while two sources take questions and answer none. */
export async function answersWhileHanging(
  racers: readonly Racer[],
  { urls }: Systems,
  note: (line: string) => void,
): Promise<readonly HangingAnswer[]> {
  const answers: HangingAnswer[] = []
  for (const racer of racers) {
    note(`${racer.name}: two sources hang`)
    await withServer(racer, async (url, pid) => {
      const asked = await racer.ask(url, pid, { query: racer.hub ? hubPage : gatewayPage(codes, pageSize / codes.length) })
      for (let i = 0; i < 5; i++) await ask(racer.name, asked, 0)
      await whileHanging(
        hanging.map((code) => urls.get(code) ?? ''),
        async () => {
          for (let i = 1; i <= asks; i++) {
            const answer = await ask(racer.name, asked, i)
            if (i === 1 || i === asks || answer.status === null) answers.push(answer)
            if (answer.status === null) break
          }
        },
      )
    })
  }
  return answers
}

async function ask(name: string, { url, headers, body }: Question, asked: number): Promise<HangingAnswer> {
  const started = performance.now()
  const given = new AbortController()
  const response = fetch(url, { method: 'POST', headers, body, signal: given.signal }).then(async (one) => ({
    status: one.status,
    text: await one.text(),
  }))
  const first = await Promise.race([
    response.catch(() => null),
    wait(patience, null, { signal: given.signal, ref: false }).catch(() => null),
  ])
  const ms = performance.now() - started
  given.abort()
  if (first === null) return { name, asked, status: null, ms, records: 0, errors: 0, saysOfThem: 'nothing' }
  const { errors = [] } = JSON.parse(first.text) as { errors?: unknown[] }
  return {
    name,
    asked,
    status: first.status,
    ms,
    records: recordsOf(first.text).length,
    errors: errors.length,
    saysOfThem: wordsOf(first.text),
  }
}

interface Spoken {
  readonly data?: {
    readonly notices?: { readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[] }
  } | null
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[]
}

function wordsOf(text: string): string {
  const { data, errors = [] } = JSON.parse(text) as Spoken
  const states = data?.notices?.sources.filter(({ bureau }) => hanging.includes(bureau.code)) ?? []
  const said = [
    ...states.map(({ bureau, state }) => `${bureau.code} ${state}`),
    ...errors.map(({ path, message }) => `${path?.join('.') ?? 'no path'}: ${message.slice(0, 60)}`),
  ]
  return said.slice(0, 3).join('; ') || 'nothing'
}
