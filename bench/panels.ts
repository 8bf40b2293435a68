/** One line of a panel. */
export interface Line {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** One plot beside another: the horizontal axis is logarithmic, the vertical begins at zero. */
export interface Panel {
  readonly title: string
  readonly xName: string
  readonly yName: string
  readonly lines: readonly Line[]
}

const panelWidth = 380
const height = 300
const [left, right, top, bottom] = [58, 16, 48, 46]

/** Draws panels side by side. `label`: what they show, for whoever does not see them. */
export function drawPanels(label: string, all: readonly Panel[]): string {
  const width = panelWidth * all.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">
<style>
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 13px }
  .axis { stroke: #57606a; stroke-width: 1 }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .line { fill: none; stroke-width: 2 }
  .a { stroke: #0969da } .fa { fill: #0969da }
  .b { stroke: #bc4c00; stroke-dasharray: 6 3 } .fb { fill: #bc4c00 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .axis { stroke: #8d96a0 } .grid { stroke: #30363d }
    .a { stroke: #58a6ff } .fa { fill: #58a6ff }
    .b { stroke: #f0883e } .fb { fill: #f0883e }
  }
</style>
${all.map((panel, i) => `<g transform="translate(${i * panelWidth} 0)">\n${drawPanel(panel)}\n</g>`).join('\n')}
</svg>
`
}

function drawPanel({ title, xName, yName, lines }: Panel): string {
  const points = lines.flatMap((one) => one.points)
  const xs = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b)
  const [least, most] = [Math.log(xs[0] ?? 1), Math.log(xs.at(-1) ?? 10)]
  const step = niceStep(Math.max(...points.map(([, y]) => y), 1e-9))
  const highest = Math.ceil(Math.max(...points.map(([, y]) => y), 1e-9) / step) * step
  const x = (value: number) => left + ((Math.log(value) - least) / Math.max(most - least, 1e-9)) * (panelWidth - left - right)
  const y = (value: number) => height - bottom - (value / highest) * (height - top - bottom)
  const ticks = Array.from({ length: Math.round(highest / step) + 1 }, (_, i) => i * step)
  return [
    `<text class="title" x="${left}" y="20">${escaped(title)}</text>`,
    `<text x="${left}" y="38">${escaped(yName)}</text>`,
    ...ticks.map((tick) => `<line class="grid" x1="${left}" x2="${panelWidth - right}" y1="${fixed(y(tick))}" y2="${fixed(y(tick))}"/>`),
    ...ticks.map((tick) => `<text x="${left - 6}" y="${fixed(y(tick) + 4)}" text-anchor="end">${short(tick)}</text>`),
    ...xs.map((value) => `<text x="${fixed(x(value))}" y="${height - bottom + 16}" text-anchor="middle">${short(value)}</text>`),
    `<text x="${(left + panelWidth - right) / 2}" y="${height - 8}" text-anchor="middle">${escaped(xName)}</text>`,
    `<line class="axis" x1="${left}" x2="${panelWidth - right}" y1="${height - bottom}" y2="${height - bottom}"/>`,
    ...lines.flatMap((one, i) => drawLine(one, i === 0 ? 'a' : 'b', x, y)),
    ...(lines.length > 1 ? lines.map((one, i) => legend(one.name, i)) : []),
  ].join('\n')
}

function drawLine({ points }: Line, colour: string, x: (value: number) => number, y: (value: number) => number): readonly string[] {
  const places = points.map(([px, py]) => [fixed(x(px)), fixed(y(py))] as const)
  return [
    `<polyline class="line ${colour}" points="${places.map((place) => place.join(',')).join(' ')}"/>`,
    ...places.map(([px, py]) => `<circle class="f${colour}" cx="${px}" cy="${py}" r="3.5"/>`),
  ]
}

function legend(name: string, i: number): string {
  const [colour, at] = [i === 0 ? 'a' : 'b', left + 12 + i * 110]
  const low = height - bottom - 12
  return `<line class="line ${colour}" x1="${at}" x2="${at + 22}" y1="${low - 4}" y2="${low - 4}"/><text x="${at + 28}" y="${low}">${escaped(name)}</text>`
}

/** A step of 1, 2 or 5 times a power of ten, four to eight of which reach the highest value. */
function niceStep(highest: number): number {
  const rough = highest / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power
}

function short(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000} M`
  return value >= 1000 ? `${value / 1000} k` : String(Number(value.toPrecision(3)))
}

function fixed(value: number): string {
  return value.toFixed(1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
