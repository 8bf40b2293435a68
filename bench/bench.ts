import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contestant, demoQuestion, withContestant } from './contestant.ts'
import { askOnce, type Measured, measure } from './load.ts'

const query = 'query Bench { notices(first: 50) { nodes { number issuedOn subject { names { full } birthDate } } } }'
const persona = 'xb-investigator'
const plan = [
  { connections: 1, requests: 100 },
  { connections: 8, requests: 300 },
  { connections: 64, requests: 400 },
]
const today = new Date().toISOString().slice(0, 10)
const dataDir = mkdtempSync(join(tmpdir(), 'comity-bench-'))
const note = (line: string) => process.stderr.write(`${line}\n`)

/** Measures a server at every number of connections. */
function race(contestant: Contestant) {
  note(`${contestant.name}: starting`)
  return withContestant(contestant, async (asked) => {
    const answer = await askOnce(asked)
    note(`${contestant.name}: warming up`)
    await measure(asked, 8, 100)
    const results: Measured[] = []
    for (const { connections, requests } of plan) {
      note(`${contestant.name}: ${requests} requests over ${connections} connections`)
      results.push(await measure(asked, connections, requests))
    }
    return { answer, results }
  })
}

interface Answer {
  readonly data: { readonly notices: { readonly nodes: readonly { readonly number: string; readonly issuedOn: string }[] } }
}

/** The two must do the same work: every notice the hub discloses on the days that both pages cover whole is in the hand-written page too. */
function assertSameWork(hub: string, byHand: string): void {
  const [mine, theirs] = [hub, byHand].map((text) => (JSON.parse(text) as Answer).data.notices.nodes)
  if (mine?.length !== 50 || theirs?.length !== 50) throw new Error('a page is not full')
  const oldest = theirs.at(-1)?.issuedOn ?? ''
  const numbers = new Set(theirs.map((node) => node.number))
  const missing = mine.filter((node) => node.issuedOn > oldest && !numbers.has(node.number))
  if (missing.length > 0) throw new Error(`the pages differ: ${missing.length} of the hub's notices are not in the page written by hand`)
}

const round = (value: number | null) => (value === null ? '-' : value.toFixed(value < 10 ? 2 : 1))

function print(hub: readonly Measured[], byHand: readonly Measured[]): void {
  console.log('\nA page of 50 notices with their persons over five bureaus (2,000 persons and 600 notices each)\n')
  console.log('| connections | | p50 ms | p99 ms | requests/s | CPU ms/request |\n|---|---|---|---|---|---|')
  for (const [i, mine] of hub.entries()) {
    const theirs = byHand[i]
    if (theirs === undefined) continue
    const line = (name: string, one: Measured) =>
      `| ${one.connections} | ${name} | ${round(one.p50)} | ${round(one.p99)} | ${round(one.perSecond)} | ${round(one.cpuMs)} |`
    console.log(line('Comity', mine))
    console.log(line('written by hand', theirs))
    const cpu = mine.cpuMs !== null && theirs.cpuMs !== null ? mine.cpuMs / theirs.cpuMs : null
    console.log(
      `| | ratio | ${round(mine.p50 / theirs.p50)} | ${round(mine.p99 / theirs.p99)} | ${round(mine.perSecond / theirs.perSecond)} | ${round(cpu)} |`,
    )
  }
  console.log(
    '\nThe one written by hand has no token, no purpose, no rules, no record, no status and no cursor, and knows no other question.',
  )
  console.log("CPU is the server process's own; the systems of XB and XC run beside it in both cases.")
}

try {
  const environment = { PORT: '0', COMITY_DATA_DIR: dataDir, COMITY_LOG: 'silent' }
  const hub = await race({
    name: 'Comity',
    args: [join(import.meta.dirname, '..', 'bin', 'comity.js'), 'demo', '--quiet'],
    environment,
    ready: /Comity answers at (\S+)[\s\S]*Ctrl-C/,
    question: (url, pid) => demoQuestion(url, pid, persona, query),
  })
  const byHand = await race({
    name: 'by hand',
    args: [join(import.meta.dirname, 'handWritten.ts'), dataDir, today],
    environment,
    ready: /ready on (\S+)/,
    question: async (url, pid) => ({ url, headers: {}, body: '', pid }),
  })
  assertSameWork(hub.answer, byHand.answer)
  print(hub.results, byHand.results)
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
