/**
 * What a page and a record cost of rows that are in memory, beside the same answer written out by hand: `node bench/rows/bench.ts [--rounds 5] [--json file] [--work page|record] [--profile folder]`. All must give the same data before anything is timed; they
 * take turns, so that what else runs on the machine meets all. CPU time per request is what to read: an audit entry is durable before an answer leaves, so that at few connections throughput is a matter of the disk.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { demoQuestion, type Server, withServer } from '../contestant.ts'
import { askOnce, type Measured, measure, type Question } from '../load.ts'
import { writeBureauFolder } from './bureauFolder.ts'
import { anybody, page, record } from './questions.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    json: { type: 'string', default: '.comity/bench/rows.json' },
    profile: { type: 'string' },
    work: { type: 'string' },
  },
})
const today = new Date().toISOString().slice(0, 10)
const folder = mkdtempSync(join(tmpdir(), 'comity-rows-'))
type Work = 'page' | 'record'
const works: readonly Work[] = values.work === undefined ? ['page', 'record'] : [values.work as Work]
const requests: Readonly<Record<Work, number>> = { page: 300, record: 3000 }
const connectionCounts = [8, 64]

interface Entrant {
  readonly name: string
  readonly asked: Readonly<Record<Work, Question>>
}

function comity(name: string, bureaus: string, executor: string, nodeArgs: readonly string[] = []): Server & { readonly name: string } {
  const environment = {
    PORT: '0',
    COMITY_DATA_DIR: join(folder, executor),
    COMITY_BUREAUS: bureaus,
    COMITY_LOG: 'silent',
    COMITY_EXECUTOR: executor,
  }
  return { name, args: [...nodeArgs, join(import.meta.dirname, '..', 'gateways', 'comityHub.ts')], environment, ready: /ready on (\S+)/ }
}

/** What the hub is asked: by an investigator of another bureau, for a named case. */
async function hubQuestions(url: string, pid: number): Promise<Entrant['asked']> {
  const ask = async (query: string, variables = {}) => {
    const question = await demoQuestion(url, pid, 'xb-investigator', query)
    return { ...question, body: JSON.stringify({ query, variables }) }
  }
  const { data } = JSON.parse(await askOnce(await ask(anybody))) as { data: { persons: { nodes: readonly { id: string }[] } } }
  return { page: await ask(page), record: await ask(record, { id: data.persons.nodes[0]?.id }) }
}

function handQuestions(url: string, pid: number): Entrant['asked'] {
  const headers = { 'content-type': 'application/json' }
  return { page: { url, headers, body: '{}', pid }, record: { url, headers, body: JSON.stringify({ id: 'P-XA-00' }), pid } }
}

/** Throws unless all give the same data to the byte, but for what of a record only the hub withholds. */
async function assertSameData(entrants: readonly Entrant[]): Promise<void> {
  const answers = await Promise.all(entrants.map(async ({ asked }) => dataOf(await askOnce(asked.page))))
  for (const [i, answer] of answers.entries()) {
    if (answer !== answers[0]) throw new Error(`${entrants[i]?.name} gave other data: ${difference(answer, answers[0] ?? '')}`)
  }
  process.stderr.write(`the page is ${answers[0]?.length} bytes\n`)
}

const dataOf = (text: string) => JSON.stringify((JSON.parse(text) as { data: unknown }).data)

function difference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `${a.slice(Math.max(0, at - 60), at + 60)} | ${b.slice(Math.max(0, at - 60), at + 60)}`
}

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

async function race(entrants: readonly Entrant[], rounds: number) {
  for (const { asked } of entrants) for (const work of works) await measure(asked[work], 8, requests[work])
  const results = works.flatMap((work) =>
    connectionCounts.flatMap((connections) =>
      entrants.map(({ name, asked }) => ({ work, connections, name, asked: asked[work], all: [] as Measured[] })),
    ),
  )
  for (let round = 0; round < rounds; round++) {
    for (const lane of results) lane.all.push(await measure(lane.asked, lane.connections, requests[lane.work]))
    process.stderr.write(`round ${round + 1} of ${rounds}\n`)
  }
  return results
}

function table(results: Awaited<ReturnType<typeof race>>): string {
  const rows = results.map(({ work, connections, name, all }) => {
    const cpu = median(all.flatMap(({ cpuMs }) => cpuMs ?? []))
    const perSecond = median(all.map((one) => one.perSecond))
    const hand = results.find((one) => one.work === work && one.connections === connections && one.name === 'by hand')
    const handCpu = median(hand?.all.flatMap(({ cpuMs }) => cpuMs ?? []) ?? [])
    const handSpeed = median(hand?.all.map((one) => one.perSecond) ?? [])
    return `| ${work} | ${connections} | ${name} | ${perSecond.toFixed(0)} | ${(perSecond / handSpeed).toFixed(2)} | ${cpu.toFixed(3)} | ${(handCpu / cpu).toFixed(2)} |`
  })
  return ['| | connections | | requests/s | of by hand | CPU ms/request | by hand / it |', '|---|---|---|---|---|---|---|', ...rows].join(
    '\n',
  )
}

try {
  const bureaus = writeBureauFolder(folder, today)
  const profiled = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
  const hubs = [comity('Comity', bureaus, 'compiled', profiled), comity('Comity, graphql-js', bureaus, 'graphql-js')]
  const [first, second] = hubs
  if (first === undefined || second === undefined) throw new Error('no hubs')
  const hand: Server = { args: [join(import.meta.dirname, 'handWritten.ts'), today], environment: {}, ready: /ready on (\S+)/ }
  await withServer(first, async (url, pid) => {
    const compiled: Entrant = { name: first.name, asked: await hubQuestions(url, pid) }
    await withServer(second, async (other, otherPid) => {
      const interpreted: Entrant = { name: second.name, asked: await hubQuestions(other, otherPid) }
      await withServer(hand, async (handUrl, handPid) => {
        const entrants = [{ name: 'by hand', asked: handQuestions(handUrl, handPid) }, compiled, interpreted]
        await assertSameData(entrants)
        const results = await race(entrants, Number(values.rounds))
        const file = resolve(values.json)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, JSON.stringify({ node: process.version, results: results.map(({ asked: _, ...rest }) => rest) }, null, 1))
        console.log(table(results))
      })
    })
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
