import { join } from 'node:path'
import { type Baseline, compileBaseline, noBaseline } from '../disclosure/compileBaseline.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { policyWords } from './policyWords.ts'
import { readTextFile } from './readTextFile.ts'

/**
 * Reads the `baseline.yaml` of a folder of bureaus. Without the file nothing is lowered. With a mistake in it `baseline` is null and no bureau's records
 * may be disclosed: the protection that its members agreed on is not there.
 */
export function loadBaseline(
  folder: string,
  catalogue: Catalogue,
): { readonly baseline: Baseline | null; readonly problems: readonly Problem[] } {
  const path = join(folder, 'baseline.yaml')
  const text = readTextFile(path)
  if (text === 'absent') return { baseline: noBaseline, problems: [] }
  if (typeof text !== 'string') return { baseline: null, problems: [text] }
  return compileBaseline(text, path, catalogue, policyWords(catalogue))
}
