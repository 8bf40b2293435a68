import type { HangingAnswer } from './hanging.ts'
import { pageSize } from './questions.ts'
import type { AskedFor, Result } from './race.ts'

/** Comity's throughput as a multiple of Hive Gateway's. */
const bar = 3

/** The medians as a Markdown table, each beside Comity's. */
export function raceTable(results: readonly Result[]): string {
  const head =
    '| question | connections | | requests/s | p50 ms | p99 ms | CPU ms/request | failed | Comity: throughput | CPU |\n|---|---|---|---|---|---|---|---|---|---|'
  const groups = Map.groupBy(results, ({ question, median }) => `${question} ${median.connections}`)
  const lines = [...groups.values()].flatMap((group) => {
    const hub = group[0]?.median
    return group.map(({ name, question, median: one }, i) => {
      const throughput = i === 0 || hub === undefined ? '' : `${round(hub.perSecond / one.perSecond)} x`
      const cpu = i === 0 || hub === undefined || one.cpuMs === null || hub.cpuMs === null ? '' : `${round(hub.cpuMs / one.cpuMs)} x`
      const figures = [one.perSecond, one.p50, one.p99, one.cpuMs].map(round).join(' | ')
      return `| ${question} | ${one.connections} | ${name} | ${figures} | ${one.failed} | ${throughput} | ${cpu} |`
    })
  })
  return [head, ...lines].join('\n')
}

/** What came while two sources hung, as a Markdown table. */
export function hangingTable(answers: readonly HangingAnswer[]): string {
  const head =
    'Two of twenty sources hang:\n\n| | question | status | after ms | records | errors | what it says of the two |\n|---|---|---|---|---|---|---|'
  const lines = answers.map(({ name, asked, status, ms, records, errors, saysOfThem }) =>
    [name, asked, status ?? 'none', Math.round(ms), records, errors, saysOfThem].join(' | '),
  )
  return [head, ...lines.map((line) => `| ${line} |`)].join('\n')
}

/**
 * Whether Comity has three times the throughput of Hive Gateway for the newest records of all sources, at every number of connections; the faster of its two runtimes counts, asking for each caller. The
 * ratios where the gateway's client knows how many records each source has among them are told beside it.
 */
export function verdict(results: readonly Result[]): { readonly text: string; readonly met: boolean } {
  const ratios = ratiosOf(results, 'newest')
  const met = ratios.length > 0 && ratios.every(({ ratio }) => ratio >= bar)
  const said = (of: readonly Ratio[]) => of.map(({ connections, ratio }) => `${round(ratio)} x at ${connections} connections`).join(', ')
  const known = said(ratiosOf(results, 'page'))
  return {
    met,
    text: `${met ? 'Met' : 'Missed'}: Comity has ${said(ratios)} of Hive Gateway's throughput for the newest ${pageSize}; the bar is ${bar} x. Where the client knows what to ask each source for: ${known}.`,
  }
}

interface Ratio {
  readonly connections: number
  readonly ratio: number
}

function ratiosOf(results: readonly Result[], question: AskedFor): readonly Ratio[] {
  const asked = results.filter((one) => one.question === question)
  return asked
    .filter(({ name }) => name === 'Comity')
    .map(({ median: hub }) => {
      const peers = asked.filter(
        ({ name, median }) => name.startsWith('Hive') && !name.includes('shared') && median.connections === hub.connections,
      )
      return { connections: hub.connections, ratio: hub.perSecond / Math.max(...peers.map(({ median }) => median.perSecond)) }
    })
}

function round(value: number | null): string {
  return value === null ? '-' : value.toFixed(value < 10 ? 2 : 1)
}
