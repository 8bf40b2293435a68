/**
 * What the hub adds to a filter on an indexed field of 200,000 rows: `node bench/pushdown.ts`. Beside the statement that somebody would write by hand stands the one that
 * the hub sends, with the owner's rules in it, and then the whole page. Private servers are started and stopped. Medians, in milliseconds.
 */
import type { Statement } from '../src/connectors/sql/dialect.ts'
import type { Predicate } from '../src/model/predicate.ts'
import { type LargeTable, mariadbLargeTable, postgresLargeTable, rowCount } from '../test/pushdown/largeTable.ts'

const rounds = 60
const columns = 'id, colour, label, born, opened, home'

interface Question {
  readonly name: string
  readonly where: Predicate
  /** Written by hand; `?` stands for the values. */
  readonly byHand: string
  readonly parameters: readonly string[]
}

const questions: readonly Question[] = [
  {
    name: 'text = value',
    where: { kind: 'compare', field: 'label', op: 'eq', value: 'Name 17' },
    byHand: `select ${columns} from dossiers where label = ?`,
    parameters: ['Name 17'],
  },
  {
    name: 'day = value',
    where: { kind: 'compare', field: 'opened', op: 'eq', value: '2003-04-05' },
    byHand: `select ${columns} from dossiers where opened = ?`,
    parameters: ['2003-04-05'],
  },
  {
    name: 'text full on some records',
    where: { kind: 'some', field: 'home', term: { kind: 'compare', field: 'name', op: 'eq', value: 'Town 17' } },
    byHand: `select ${columns} from dossiers where home = ?`,
    parameters: ['Town 17'],
  },
]

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
}

async function measure(name: string, table: LargeTable, byHand: (question: Question) => Statement): Promise<void> {
  for (const question of questions) {
    const raw = byHand(question)
    const own = await table.statementFor(question.where)
    // Once before the clock runs: caches are warm for both.
    for (const one of [raw, own]) await table.run(one)
    const rawMs = await median(() => table.run(raw))
    const ownMs = await median(() => table.run(own))
    const pageMs = await median(() => table.page(question.where))
    const figures = [rawMs, ownMs, pageMs].map((ms) => ms.toFixed(2).padStart(8))
    const ratio = (ms: number) => (ms / rawMs).toFixed(1).padStart(7)
    console.log(`${name.padEnd(11)}${question.name.padEnd(28)}${figures.join('')}${ratio(ownMs)}${ratio(pageMs)}`)
  }
}

console.log(`${rowCount} rows`)
console.log(
  `${'system'.padEnd(11)}${'filter'.padEnd(28)}${['by hand', 'hub SQL', 'hub page'].map((word) => word.padStart(8)).join('')}${['SQL', 'page'].map((word) => word.padStart(7)).join('')}`,
)
const postgres = await postgresLargeTable()
try {
  await measure('PostgreSQL', postgres, ({ byHand, parameters }) => ({ sql: byHand.replace('?', '$1'), parameters }))
} finally {
  await postgres.stop()
}
const mariadb = await mariadbLargeTable()
try {
  await measure('MariaDB', mariadb, ({ byHand, parameters }) => ({ sql: byHand, parameters }))
} finally {
  await mariadb.stop()
}
