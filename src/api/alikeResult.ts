import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'
import { JsonText } from './compiled/jsonText.ts'
import type { Result } from './executor.ts'

/** Stands where each caller's own cursor goes, while a result is made for many. Made by chance, so that no value of a record can be it. */
export const cursorsPlace = randomUUID()

/** A result that many get alike, each with a cursor of their own: it is made, and written as JSON, once. */
export class AlikeResult {
  readonly #result: Result
  readonly #pieces: readonly string[]

  /** `result` has `cursorsPlace` wherever a cursor goes. */
  constructor(result: Result) {
    this.#result = result
    this.#pieces = JSON.stringify(result).split(JSON.stringify(cursorsPlace))
  }

  /** One caller's. `cursor` is of letters that stand for themselves in JSON. */
  withCursor(cursor: string): OwnResult {
    return new OwnResult(this.#result, this.#pieces.join(`"${cursor}"`))
  }
}

/** One caller's of the results that many get alike. It is written far more often than it is looked at. */
export class OwnResult implements Result {
  /** As JSON. */
  readonly text: string
  declare readonly errors?: readonly GraphQLFormattedError[]
  declare readonly extensions?: Readonly<Record<string, unknown>>

  constructor({ errors, extensions }: Result, text: string) {
    this.text = text
    if (errors !== undefined) this.errors = errors
    if (extensions !== undefined) this.extensions = extensions
  }

  get data(): unknown {
    return (JSON.parse(this.text) as Result).data
  }

  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/** A result as JSON; data that is JSON already is written as it is. */
export function resultText(result: object): string {
  if (result instanceof OwnResult) return result.text
  const { data } = result as Result
  if (!(data instanceof JsonText)) return JSON.stringify(result)
  const members = Object.entries(result).flatMap(([name, value]) => {
    const text = value instanceof JsonText ? value.text : JSON.stringify(value)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${members.join()}}`
}
