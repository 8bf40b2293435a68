/**
 * Where the hub's time goes at 196 bureaus: `node bench/fleet/profile.ts`. Prints the functions that took most of the process's own time, and most with all they called, over pages
 * of 50. Options: `--bureaus`, `--pages`, `--callers`, `--top`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { number, option } from './bars.ts'
import { fleetOf, unevenShape } from './fleetPlan.ts'
import { Reader } from './pages.ts'
import { usualLimits, withFleet } from './withFleet.ts'

/** What V8 writes of a process. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const pages = option('pages', 60)
const top = option('top', 25)
const callers = option('callers', 2)
const bureaus = fleetOf({ ...unevenShape, bureaus: option('bureaus', unevenShape.bureaus), kinds: { graphql: 70 }, medianMs: 10 })
const folder = mkdtempSync(join(tmpdir(), 'comity-profile-'))
try {
  const cpuMs = await withFleet(
    bureaus,
    usualLimits,
    async (fleet) => {
      await fleet.play(bureaus)
      const reader = new Reader(fleet, callers)
      await reader.pages(pages, callers, 50)
      await fleet.hub()
      await reader.pages(pages, callers, 50)
      const { cpuMs } = await fleet.hub()
      await reader.close()
      return cpuMs / pages
    },
    ['--cpu-prof', `--cpu-prof-dir=${folder}`],
  )
  console.log(`\n${bureaus.length} bureaus, ${number(cpuMs)} ms of CPU a page of 50\n`)
  // Worker threads write profiles of their own; the process's is the largest.
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const text = texts.sort((a, b) => b.length - a.length)[0] ?? '{}'
  print(JSON.parse(text) as Profile)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function print({ nodes, samples, timeDeltas }: Profile): void {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const self = new Map<string, number>()
  const whole = new Map<string, number>()
  let busy = 0
  for (const [i, sample] of samples.entries()) {
    const ms = (timeDeltas[i] ?? 0) / 1000
    const names: string[] = []
    for (let id: number | undefined = sample; id !== undefined; id = parent.get(id)) names.push(nameOf(byId.get(id)))
    const [own = ''] = names
    if (/\((idle|program|root)\)/.test(own)) continue
    busy += ms
    self.set(own, (self.get(own) ?? 0) + ms)
    for (const name of new Set(names)) whole.set(name, (whole.get(name) ?? 0) + ms)
  }
  for (const [title, times] of [['own time', self] as const, ['with all it called', whole] as const]) {
    console.log(`| ${title} | % |\n|---|---|`)
    const sorted = [...times].sort(([, a], [, b]) => b - a).slice(0, top)
    for (const [name, ms] of sorted) console.log(`| ${name} | ${number((100 * ms) / busy)} |`)
    console.log('')
  }
}

function nameOf(node: Profile['nodes'][number] | undefined): string {
  if (node === undefined) return '?'
  const { functionName, url, lineNumber } = node.callFrame
  const file = url.replace(/^.*\/(src|resolvers|bench|node_modules)\//, '$1/').replace(/^node:/, 'node:')
  return url === '' ? functionName || '(anonymous)' : `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`
}
