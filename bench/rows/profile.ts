/**
 * Where the CPU time of a page of rows in memory goes: `node bench/rows/profile.ts [--pages 600] [--svg docs/page-profile.svg]`. A hub with tokens, rules and its record answers pages over HTTP under V8's sampling profiler;
 * each sample is charged to the part of the house whose function was running, and what waits for the disk to none.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoQuestion, withServer } from '../contestant.ts'
import { measure } from '../load.ts'
import { writeBureauFolder } from './bureauFolder.ts'
import { page } from './questions.ts'

/** What V8 writes of a process. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const { values } = parseArgs({ options: { pages: { type: 'string', default: '600' }, svg: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'comity-rows-'))

/** Parts of the house, by where a function stands; the first that fits counts. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['reading rows', /src\/(connectors|links)\//],
  ['mapping rows', /src\/mapping\/|src\/model\/partialDate/],
  ['deciding and projecting', /src\/disclosure\//],
  ['paging, ordering, links', /src\/(plan|records|model)\/|node_modules\/dataloader/],
  ['plans of queries, JSON', /src\/api\/(compiled|governedFields|scalars|alikeResult)/],
  ['token, limits, answer', /src\/(api|identity|hub)|src\/hub\.ts|node_modules\/(graphql|@apollo)/],
  ['record of disclosures', /src\/(audit|store)\//],
  ['HTTP', /node_modules\/fastify|node:(_http|net|events|internal\/(http|stream|streams))/],
]

function partOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string | null {
  if (functionName === '(idle)' || functionName === 'transaction') return null
  if (functionName === '(garbage collector)') return 'garbage collection'
  return parts.find(([, pattern]) => pattern.test(url))?.[0] ?? 'the rest of Node'
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): readonly (readonly [string, number])[] {
  const part = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]))
  const times = new Map<string, number>()
  let all = 0
  for (const [i, sample] of samples.entries()) {
    const name = part.get(sample) ?? null
    // The first part of it is the start of the process.
    if (name === null || i < samples.length / 4) continue
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0))
    all += timeDeltas[i] ?? 0
  }
  return [...times].map(([name, time]) => [name, time / all] as const).sort(([, a], [, b]) => b - a)
}

function picture(bars: readonly (readonly [string, number])[]): string {
  const most = bars[0]?.[1] ?? 1
  const rows = bars.map(([name, share], i) => {
    const y = 34 + 26 * i
    const width = (380 * share) / most
    return [
      `<text x="200" y="${y + 13}" text-anchor="end">${name}</text>`,
      `<rect x="210" y="${y}" width="${width.toFixed(1)}" height="18" rx="2"/>`,
      `<text x="${(218 + width).toFixed(1)}" y="${y + 13}">${(100 * share).toFixed(0)} %</text>`,
    ].join('')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 ${44 + 26 * bars.length}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Where the CPU time of a page goes">
<style>text{fill:#1f2328}rect{fill:#3b6ea5}@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#79a8d8}}</style>
<text x="20" y="20" font-weight="600">CPU time of a page of 100 records with their persons, rows in memory</text>
${rows.join('\n')}
</svg>
`
}

try {
  const bureaus = writeBureauFolder(folder, new Date().toISOString().slice(0, 10))
  const environment = { PORT: '0', COMITY_DATA_DIR: join(folder, 'data'), COMITY_BUREAUS: bureaus, COMITY_LOG: 'silent' }
  const profiles = join(folder, 'profiles')
  const args = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, join(import.meta.dirname, '..', 'gateways', 'comityHub.ts')]
  await withServer({ args, environment, ready: /ready on (\S+)/ }, async (url, pid) => {
    await measure(await demoQuestion(url, pid, 'xb-investigator', page), 8, Number(values.pages))
  })
  const texts = readdirSync(profiles).map((name) => readFileSync(join(profiles, name), 'utf8'))
  // Worker threads write profiles of their own; the process's is the largest.
  const bars = sharesOf(JSON.parse(texts.sort((a, b) => b.length - a.length)[0] ?? '{}') as Profile)
  for (const [name, share] of bars) console.log(`${(100 * share).toFixed(1).padStart(5)} %  ${name}`)
  if (values.svg !== undefined) writeFileSync(values.svg, picture(bars))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
