import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Prng } from '../../examples/generate/prng.ts'
import type { LabelledPair, Part } from './labelledPair.ts'

interface Word {
  readonly latin: string
  readonly native: string
}

/** Scripts that count towards the bar. Han is measured beside it: the list holds foreign names in Chinese characters, not Chinese names in pinyin. */
export const barScripts = ['arabic', 'hebrew', 'katakana', 'korean', 'russian']

/**
 * Invented people whose names are put together from public words (`words.tsv`; its notice stands beside it). Their names in another script and in Latin
 * letters, words in either order, are one person's. With each go two who are not that person: one shares the given name and has, out of thirty, the family name
 * that looks most alike; one shares the family name and has any other given name.
 */
export function publicWordPairs(part: Part, script: string): readonly LabelledPair[] {
  const words = readWords(part, script)
  const prng = new Prng(`names/${part}/${script}`)
  return words.flatMap((given) => {
    const others = words.filter(({ latin }) => latin !== given.latin)
    const family = prng.pick(others)
    const strangers = others.filter(({ latin }) => latin !== family.latin)
    const choice = Array.from({ length: 30 }, () => prng.pick(strangers))
    const lookalike = choice.reduce((best, word) => (edits(word.latin, family.latin) < edits(best.latin, family.latin) ? word : best))
    const stranger = prng.pick(strangers)
    const native = `${given.native} ${family.native}`
    const pair = (first: Word, last: Word, same: boolean) => {
      const text = prng.chance(0.5) ? `${first.latin} ${last.latin}` : `${last.latin.toUpperCase()}, ${first.latin}`
      return { group: script, a: native, b: text, same }
    }
    return [pair(given, family, true), pair(given, lookalike, false), pair(stranger, family, false)]
  })
}

function readWords(part: Part, script: string): readonly Word[] {
  const lines = readFileSync(join(import.meta.dirname, 'words.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  return lines.flatMap((line) => {
    const [ofPart, ofScript, latin = '', native = ''] = line.split('\t')
    return ofPart === part && ofScript === script ? [{ latin, native }] : []
  })
}

/** Plain edit distance, so that what is hard is not chosen by what is measured. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
