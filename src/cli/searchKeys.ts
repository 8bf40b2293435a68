import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { isPartialDate } from '../model/partialDate.ts'
import { readName } from '../names/readName.ts'
import { searchKeys } from '../names/searchKeys.ts'
import type { CommandIo } from './viewAs.ts'

/** A person as a bureau's export writes one: a line of JSON. */
interface ExportedPerson {
  readonly key: string | number
  /** Whole names, in any script. */
  readonly names?: readonly string[]
  /** A `PartialDate`. */
  readonly birthDate?: string | null
  readonly documents?: readonly string[]
}

/**
 * `comity search-keys`: reads people as lines of JSON and writes, for each, its key and the search keys with which a bureau fills the column that `search:` of its mapping names. Connects to nothing
 * and keeps nothing. A line that is no person ends it, naming the line and not what it says. Gives the exit code.
 */
export async function printSearchKeys(input: Readable, { out, err }: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const person = personIn(line)
    if (typeof person === 'string') {
      err.write(`line ${number}: ${person}\n`)
      return 1
    }
    const { key, names = [], birthDate = null, documents = [] } = person
    const sketch = {
      names: names.map(readName),
      birthDates: birthDate === null ? [] : [birthDate],
      documents: documents.map((text) => ({ number: text, country: null })),
    }
    out.write(`${JSON.stringify({ key, searchKeys: searchKeys(sketch) })}\n`)
  }
  return 0
}

/** The person that a line says, or what is wrong with it. */
function personIn(line: string): ExportedPerson | string {
  let content: unknown
  try {
    content = JSON.parse(line)
  } catch {
    return 'is no JSON'
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return 'is no JSON object'
  const { key, names = [], birthDate = null, documents = [] } = content as Record<string, unknown>
  if (typeof key !== 'string' && typeof key !== 'number') return 'key: a text or a number is wanted'
  if (!isTexts(names)) return 'names: a list of texts is wanted'
  if (!isTexts(documents)) return 'documents: a list of texts is wanted'
  if (birthDate !== null && (typeof birthDate !== 'string' || !isPartialDate(birthDate)))
    return 'birthDate: a day known in part is wanted, such as 1980-06-15 or 1980'
  return { key, names, birthDate, documents }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
