/** Draws what `bars.ts` measured: `node bench/alerts/plot.ts`. Reads `docs/alerts.json` and writes `docs/alerts.svg`, readable on light and on dark ground. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPanels, type Panel } from '../panels.ts'
import type { AlertFigures, Point } from './bars.ts'

const docs = join(import.meta.dirname, '..', '..', 'docs')
const { points, processors, loadBefore } = JSON.parse(readFileSync(join(docs, 'alerts.json'), 'utf8')) as AlertFigures
const by = (name: string, pick: (point: Point) => number) => ({
  name,
  points: points.map((point) => [point.offeredPerSecond, pick(point)] as const),
})
const panels: readonly Panel[] = [
  {
    title: `To the client, ${processors} processors, load ${loadBefore.toFixed(0)} before`,
    xName: 'deliveries a second',
    yName: 'ms',
    lines: [by('p99', ({ p99 }) => p99), by('p50', ({ p50 }) => p50)],
  },
  {
    title: 'A delivery',
    xName: 'deliveries a second',
    yName: "nodes' CPU µs",
    lines: [by('Comity', ({ cpuUsPerDelivery }) => cpuUsPerDelivery)],
  },
]

writeFileSync(join(docs, 'alerts.svg'), drawPanels('What alerts cost as more of them are delivered', panels))
