/**
 * How well names are told apart: `npm run bench:names`. Prints precision, recall and F1 on labelled pairs that were not used to choose any number
 * (`tune` as an argument prints the other half), the pairs it takes wrongly, and the pairs it scores in a second. `--floor` fails below the bar.
 */

import { readName } from '../src/names/readName.ts'
import { explainName, nameAlgorithm, nameThreshold, scoreNames } from '../src/names/scoreNames.ts'
import { demoPairs } from './names/demoPairs.ts'
import { findPersons } from './names/demoPersons.ts'
import type { LabelledPair, Part } from './names/labelledPair.ts'
import { barScripts, publicWordPairs } from './names/publicWords.ts'

const bar = 0.93
const part: Part = process.argv.includes('tune') ? 'tune' : 'held'
const shown = process.argv.includes('--all') ? Number.POSITIVE_INFINITY : 12

interface Counts {
  readonly pairs: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

function judge(pairs: readonly LabelledPair[]) {
  return pairs.map((pair) => {
    const score = scoreNames(readName(pair.a), readName(pair.b))
    return { pair, score, said: score.score >= nameThreshold }
  })
}

function count(judged: ReturnType<typeof judge>): Counts {
  const hits = judged.filter(({ pair, said }) => pair.same && said).length
  const said = judged.filter((one) => one.said).length
  const real = judged.filter(({ pair }) => pair.same).length
  return {
    pairs: judged.length,
    precision: hits / Math.max(1, said),
    recall: hits / Math.max(1, real),
    f1: (2 * hits) / Math.max(1, said + real),
  }
}

const line = (name: string, { pairs, precision, recall, f1 }: Counts) =>
  console.log(`| ${name} | ${pairs} | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${f1.toFixed(3)} |`)

function confusions(name: string, judged: ReturnType<typeof judge>): void {
  for (const same of [true, false]) {
    const wrong = judged.filter(({ pair, said }) => pair.same === same && said !== same)
    console.log(`\n${name}: ${wrong.length} ${same ? 'missed' : 'taken for one'}`)
    // Spread over the whole list, so that not all come from the first script.
    const step = Math.max(1, Math.floor(wrong.length / shown))
    for (const { pair, score } of wrong.filter((_, at) => at % step === 0).slice(0, shown))
      console.log(`  ${pair.group}: ${pair.a} / ${pair.b} -> ${explainName(score)}`)
  }
}

const scripts = barScripts.map((script) => ({ script, judged: judge(publicWordPairs(part, script)) }))
const publicJudged = scripts.flatMap(({ judged }) => judged)
const hanJudged = judge(publicWordPairs(part, 'chinese'))
const demoJudged = judge(demoPairs(part))

console.log(`${nameAlgorithm}, threshold ${nameThreshold}, ${part === 'held' ? 'held-out' : 'tuning'} half\n`)
console.log('| pairs | number | precision | recall | F1 |\n|---|---|---|---|---|')
line('public words, all scripts', count(publicJudged))
for (const { script, judged } of scripts) line(`– ${script}`, count(judged))
line('foreign names in Han', count(hanJudged))
line('demo world', count(demoJudged))
for (const [group, judged] of [...Map.groupBy(demoJudged, ({ pair }) => pair.group)].toSorted()) line(`– ${group}`, count(judged))
const { persons, real, blocked, looked, ...found } = findPersons(part)
line(`demo world, ${persons} whole records, ${real} pairs of one person`, { pairs: real, ...found })
console.log(
  `\nblocking keys: ${(100 * blocked).toFixed(1)} % of the pairs of one person share one, ${(100 * looked).toFixed(1)} % of all pairs do`,
)
confusions('public words', publicJudged)
confusions('demo world', demoJudged)
confusions('foreign names in Han', hanJudged)

const names = [...publicJudged, ...demoJudged].map(({ pair }) => ({ a: readName(pair.a), b: readName(pair.b) }))
const rates = Array.from({ length: 5 }, () => {
  const started = performance.now()
  for (const { a, b } of names) scoreNames(a, b)
  return names.length / ((performance.now() - started) / 1000)
})
const reading = performance.now()
for (const { pair } of publicJudged) readName(pair.a)
const perName = ((performance.now() - reading) * 1000) / publicJudged.length
console.log(
  `\n${Math.round(rates.toSorted((a, b) => a - b)[2] ?? 0)} pairs/s on one core (median of 5); reading a name ${perName.toFixed(1)} µs`,
)
if (process.argv.includes('--floor') && count(publicJudged).f1 < bar) throw new Error(`F1 on public words is below ${bar}`)
