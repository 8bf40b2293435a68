/**
 * Draws what `growth.ts` measured: `node bench/fleet/growthPlot.ts`. Reads `docs/growth.json` and writes `docs/growth.svg`, readable on light and on dark ground. Options: `--in FILE`,
 * `--out FILE`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPanels, type Line, type Panel } from '../panels.ts'
import type { Growth, GrowthPoint } from './growth.ts'

const docs = join(import.meta.dirname, '..', '..', 'docs')
const growth = JSON.parse(readFileSync(file('in', join(docs, 'growth.json')), 'utf8')) as Growth
const line = (name: string, pick: (point: GrowthPoint) => readonly [number, number]): Line => ({
  name,
  points: (growth[name] ?? []).map(pick),
})
const byRows = ['PostgreSQL', 'MariaDB']
const panels: readonly Panel[] = [
  {
    title: 'A page of 50, by bureaus',
    xName: 'bureaus',
    yName: "hub's CPU ms per page",
    lines: [line('REST and GraphQL', ({ bureaus, pageCpuMs }) => [bureaus, pageCpuMs])],
  },
  {
    title: 'A bureau asked, by bureaus',
    xName: 'bureaus',
    yName: "hub's CPU µs per bureau and page",
    lines: [line('REST and GraphQL', ({ bureaus, bureauCpuUs }) => [bureaus, bureauCpuUs])],
  },
  {
    title: 'A record shown, by notices of each of 5 bureaus',
    xName: 'notices',
    yName: "hub's CPU µs per record",
    lines: byRows.map((name) => line(name, ({ rows, rowCpuUs }) => [rows, rowCpuUs])),
  },
]

writeFileSync(file('out', join(docs, 'growth.svg')), drawPanels('What a page costs as the federation grows', panels))

function file(name: string, usual: string): string {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : (process.argv[at + 1] ?? usual)
}
