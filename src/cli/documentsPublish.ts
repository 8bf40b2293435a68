import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from '../api/executableSchema.ts'
import { type PublishedDocument, publishable } from '../api/publishedDocuments.ts'
import { readCatalogue } from '../api/readCatalogue.ts'
import type { CommandIo } from './viewAs.ts'

/**
 * `comity documents publish`: checks the documents of a front-end, a file each, against the contract and the limits, and writes each to the folder under its hash. With one mistake in any of them nothing is
 * published. Gives the exit code.
 */
export function documentsPublish(paths: readonly string[], to: string, { out, err }: Pick<CommandIo, 'out' | 'err'>): number {
  const schema = buildSchema(readCatalogue())
  const published: { readonly file: string; readonly document: PublishedDocument }[] = []
  let mistakes = 0
  for (const file of paths.flatMap(filesIn)) {
    try {
      published.push({ file, document: publishable(readFileSync(file, 'utf8'), schema) })
    } catch (error) {
      mistakes++
      err.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  if (mistakes === 0 && published.length === 0) {
    err.write('There is nothing to publish: no file ends in .graphql.\n')
    return 1
  }
  if (mistakes > 0) {
    err.write('Nothing is published: mend the documents first.\n')
    return 1
  }
  mkdirSync(to, { recursive: true })
  for (const { file, document } of published) {
    const path = join(to, `${document.hash}.graphql`)
    // In one step: a hub that starts meets the whole document or none.
    writeFileSync(`${path}.new`, document.text)
    renameSync(`${path}.new`, path)
    out.write(`sha256:${document.hash}  ${file}\n`)
  }
  return 0
}

function filesIn(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path]
  const names = readdirSync(path).filter((name) => name.endsWith('.graphql'))
  return names.sort().map((name) => join(path, name))
}
