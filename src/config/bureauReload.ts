import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { type BureauParts, type CheckOptions, loadBureauFile } from './loadBureau.ts'
import { bureauFolders } from './loadBureaus.ts'
import { type BureauHead, readBureauHead } from './readBureauHead.ts'
import { wholeFile } from './readTextFile.ts'
import type { Variables } from './resolveReferences.ts'

/** What bureau folders are looked through with. */
export interface BureauReloadOptions {
  /** Folder of bureau folders. */
  readonly folder: string
  /** For references in bureau files. */
  readonly environment: Variables
  readonly catalogue: Catalogue
  readonly connectorOptionsSchema: CheckOptions['connectorOptionsSchema']
  /** What each folder came to at the start, those left out that have mistakes. */
  readonly bureaus: readonly BureauParts[]
  /** Codes of all bureaus at the start. */
  readonly directory: ReadonlySet<string>
}

/** The bureaus, as their folders are now. */
export interface FoundBureaus {
  /** Those that are in order, and those that stay as they were; the very same object as before where nothing has changed. In the order of codes. */
  readonly bureaus: readonly BureauParts[]
  /** Codes of all bureaus, those included whose files have mistakes. */
  readonly directory: ReadonlySet<string>
  /** Folders that there are. */
  readonly folders: ReadonlySet<string>
  /** Mistakes by folder. A bureau that is known stays as it was; another does not join. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>
}

/** A folder, as it was last read. */
interface Reading {
  /** Null at the start, when nobody can say whether the file has changed since it was taken. */
  readonly head: BureauHead | null
  readonly parts: BureauParts | null
  readonly errors: readonly Problem[]
}

/**
 * Which bureaus there are, by their folders. A file with mistakes leaves its bureau as it was. A folder of bureaus that cannot be read, or in which there is no bureau at all,
 * changes nothing: it is more likely that a disk is away than that all members have left.
 */
export class BureauReload {
  readonly #options: BureauReloadOptions
  readonly #readings = new Map<string, Reading>()
  #directory: ReadonlySet<string>
  /** By folder. */
  #taken: ReadonlyMap<string, BureauParts>

  constructor(options: BureauReloadOptions) {
    this.#options = options
    this.#directory = options.directory
    this.#taken = new Map(options.bureaus.map((bureau) => [bureau.folder, bureau]))
    for (const bureau of options.bureaus) this.#readings.set(bureau.folder, { head: null, parts: bureau, errors: [] })
  }

  /** Looks through all folders. One at a time. */
  async look(): Promise<FoundBureaus> {
    const { folder, environment } = this.#options
    const folders = bureauFolders(folder)
    if ('severity' in folders) return this.#asBefore(folders)
    if (folders.length === 0) return this.#asBefore(wholeFile(folder, 'no folder in it has a bureau.yaml'))
    const heads = folders.map((one) => readBureauHead(one, environment))
    const claimed = heads.flatMap(({ code }) => code ?? [])
    const known = folders.flatMap((one) => this.#taken.get(one)?.file.code ?? [])
    const found = await this.#lookAmong(heads, new Set([...claimed, ...known]))
    // Who has given up a code is known only by now; who has kept one that its file no longer says, too.
    const directory = new Set([...claimed, ...found.bureaus.map(({ file }) => file.code)])
    return isDeepStrictEqual(directory, found.directory) ? found : this.#lookAmong(heads, directory)
  }

  /** Reads what has changed, among bureaus with these codes. */
  async #lookAmong(heads: readonly BureauHead[], directory: ReadonlySet<string>): Promise<FoundBureaus> {
    // Links and mappings may name any bureau: who there is decides what a mapping means.
    const sameDirectory = isDeepStrictEqual(directory, this.#directory)
    for (const head of heads) {
      const before = this.#readings.get(head.folder)
      if (sameDirectory && before !== undefined && before.errors.length === 0 && isSame(before.head, head)) continue
      const reading = await this.#read(head, directory)
      const isKept = sameDirectory && isDeepStrictEqual(reading.parts?.file, before?.parts?.file)
      this.#readings.set(head.folder, isKept ? { ...reading, parts: before?.parts ?? null } : reading)
      // Others' questions go on between two files.
      await setImmediate()
    }
    this.#directory = directory
    return this.#settle(heads.map(({ folder }) => folder))
  }

  #asBefore(away: Problem): FoundBureaus {
    return {
      bureaus: inOrder(this.#taken),
      directory: this.#directory,
      folders: new Set(this.#taken.keys()),
      problems: new Map([[this.#options.folder, [away]]]),
    }
  }

  async #read(head: BureauHead, directory: ReadonlySet<string>): Promise<Reading> {
    const { catalogue, connectorOptionsSchema } = this.#options
    const { parts, problems } = await loadBureauFile(head, { catalogue, connectorOptionsSchema, directory })
    return { head, parts, errors: problems.filter(({ severity }) => severity === 'error') }
  }

  /** Whose code is whose. A bureau that has a code keeps it, whoever else claims it. */
  #settle(folders: readonly string[]): FoundBureaus {
    const taken = new Map<string, BureauParts>()
    const problems = new Map<string, readonly Problem[]>()
    const isFree = (code: string) => ![...taken.values()].some(({ file }) => file.code === code)
    const claims = folders.map((folder) => ({ folder, reading: this.#readings.get(folder), before: this.#taken.get(folder) }))
    const keepsCode = ({ reading, before }: (typeof claims)[number]) =>
      before !== undefined && (reading?.errors.length !== 0 || reading.parts?.file.code === before.file.code)
    for (const { folder, reading, before } of [...claims.filter(keepsCode), ...claims.filter((one) => !keepsCode(one))]) {
      if (reading === undefined) continue
      const parts = reading.errors.length === 0 ? reading.parts : null
      const twice = parts !== null && !isFree(parts.file.code) ? [codeTaken(folder, reading.head, parts.file.code)] : []
      const errors = [...reading.errors, ...twice]
      if (errors.length > 0) problems.set(folder, errors)
      if (parts !== null && errors.length === 0) taken.set(folder, parts)
      else if (before !== undefined && isFree(before.file.code)) taken.set(folder, before)
    }
    for (const folder of this.#readings.keys()) if (!folders.includes(folder)) this.#readings.delete(folder)
    this.#taken = taken
    return { bureaus: inOrder(taken), directory: this.#directory, folders: new Set(folders), problems }
  }
}

/** Whether two readings of a file say the same, but for what is no part of it, such as comments. */
function isSame(a: BureauHead | null, b: BureauHead): boolean {
  return a !== null && isDeepStrictEqual(a.content, b.content) && isDeepStrictEqual(a.problems, b.problems)
}

function codeTaken(folder: string, head: BureauHead | null, code: string): Problem {
  const message = `another bureau has this code: ${code}`
  return head?.source?.problem(['code'], message) ?? wholeFile(folder, message)
}

function inOrder(taken: ReadonlyMap<string, BureauParts>): readonly BureauParts[] {
  return [...taken.values()].sort((a, b) => (a.file.code < b.file.code ? -1 : 1))
}
