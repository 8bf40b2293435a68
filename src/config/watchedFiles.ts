import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { disclosureName, signatureName } from './loadDisclosure.ts'

/** The files of a folder of bureau folders that a running hub takes changes of, whether or not they exist. Never throws. */
export function watchedFiles(folder: string): readonly string[] {
  const own = ['bureau.yaml', disclosureName, signatureName]
  const shared = ['baseline.yaml', 'agreements.yaml'].map((name) => join(folder, name))
  return [...foldersIn(folder).flatMap((one) => own.map((name) => join(folder, one, name))), ...shared]
}

function foldersIn(folder: string): readonly string[] {
  try {
    // Not only those with a bureau.yaml: one may be put there. A link to a folder counts.
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() || entry.isSymbolicLink() ? [entry.name] : [],
    )
  } catch {
    return []
  }
}
