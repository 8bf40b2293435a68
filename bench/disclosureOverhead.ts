/**
 * What deciding costs a page: `node bench/disclosureOverhead.ts`. The demo's hub answers a page of 100 notices with their persons under the five bureaus' own rules, and then
 * once more with rules that show everything to everybody. Prints the hub's own CPU time per page, and the ratio. The two take turns, so that what else runs on the
 * machine meets both.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCatalogue } from '../src/api/readCatalogue.ts'
import { type Contestant, demoQuestion, withContestant } from './contestant.ts'
import { askOnce, measure, type Question } from './load.ts'

const rounds = 8
const pagesPerRound = 30
const query =
  'query Bench { notices(first: 100) { nodes { number kind state issuedOn subject { names { full } birthDate sex nationalities { country } status } } } }'
const dataDir = mkdtempSync(join(tmpdir(), 'comity-bench-'))
const openBureaus = join(dataDir, 'open')

/** A copy of the demo's bureaus in which everybody is shown everything. */
function writeOpenBureaus(): void {
  cpSync(join(import.meta.dirname, '..', 'examples', 'bureaus'), openBureaus, { recursive: true })
  rmSync(join(openBureaus, 'baseline.yaml'), { force: true })
  const rules = [...readCatalogue().types.values()].flatMap(({ name, fields }) => [
    { id: `${name}-L`, record: 'listed', on: name },
    { id: `${name}-F`, fields: [...fields.keys()], level: 'full', on: name },
  ])
  const open = rules.map((rule) => ({ ...rule, title: 'open to all', to: 'any', for: 'any' }))
  for (const code of readdirSync(openBureaus)) {
    if (!statSync(join(openBureaus, code)).isDirectory()) continue
    const file = { comity: 'disclosure/v1', bureau: code, version: 'open', rules: open }
    writeFileSync(join(openBureaus, code, 'disclosure.yaml'), JSON.stringify(file))
  }
}

function hub(name: string, more: Readonly<Record<string, string>>): Contestant {
  return {
    name,
    args: [join(import.meta.dirname, '..', 'bin', 'comity.js'), 'demo', '--quiet'],
    environment: { PORT: '0', COMITY_DATA_DIR: join(dataDir, name), COMITY_LOG: 'silent', ...more },
    ready: /Comity answers at (\S+)[\s\S]*Ctrl-C/,
    question: (url, pid) => demoQuestion(url, pid, 'xb-investigator', query),
  }
}

async function cpuOf(question: Question): Promise<number> {
  const { cpuMs } = await measure(question, 2, pagesPerRound)
  if (cpuMs === null) throw new Error('the CPU time of a process is not to be had on this machine')
  return cpuMs
}

/** A page must be full of notices, or the two would not do the same work. */
async function assertFull(question: Question): Promise<void> {
  const { data } = JSON.parse(await askOnce(question)) as { data: { notices: { nodes: readonly { subject: unknown }[] } } }
  const withSubject = data.notices.nodes.filter(({ subject }) => subject !== null).length
  if (data.notices.nodes.length !== 100) throw new Error(`a page has ${data.notices.nodes.length} notices`)
  process.stderr.write(`100 notices, ${withSubject} with the person\n`)
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

try {
  writeOpenBureaus()
  await withContestant(hub('rules', {}), (ruled) =>
    withContestant(hub('open', { COMITY_BUREAUS: openBureaus }), async (open) => {
      for (const question of [ruled, open]) {
        await assertFull(question)
        await measure(question, 2, 3 * pagesPerRound)
      }
      const [withRules, without]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round++) {
        withRules.push(await cpuOf(ruled))
        without.push(await cpuOf(open))
      }
      const ratios = withRules.map((ms, i) => ms / (without[i] ?? Number.NaN))
      console.log(
        `CPU ms per page of 100 notices: ${median(withRules).toFixed(1)} with the bureaus' rules, ${median(without).toFixed(1)} with everything open`,
      )
      console.log(`ratio ${(median(withRules) / median(without)).toFixed(2)} (by round ${ratios.map((one) => one.toFixed(2)).join(' ')})`)
    }),
  )
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
