import { z } from 'zod'
import { nearest, type Problem } from '../model/problem.ts'
import type { Path, YamlSource } from './yamlSource.ts'

type Issue = z.core.$ZodIssue
type JsonSchema = Readonly<Record<string, unknown>>

/** Content in a schema's shape, or what is wrong with it, each at its place. `at`: where in the file the content stands. */
export type Shaped<T> =
  | { readonly data: T; readonly problems: readonly [] }
  | { readonly data: null; readonly problems: readonly Problem[] }

/** Checks a part of a file against a schema. Messages never hold a value: it may be a secret. */
export function checkShape<T>(schema: z.ZodType<T>, content: unknown, source: YamlSource, at: Path = []): Shaped<T> {
  const result = schema.safeParse(content)
  if (result.success) return { data: result.data, problems: [] }
  const reporter = new Reporter(schema, content, source, at)
  return { data: null, problems: result.error.issues.flatMap((issue) => reporter.problemsOf(issue, [])) }
}

class Reporter {
  readonly #schema: z.ZodType
  readonly #content: unknown
  readonly #source: YamlSource
  readonly #at: Path

  constructor(schema: z.ZodType, content: unknown, source: YamlSource, at: Path) {
    this.#schema = schema
    this.#content = content
    this.#source = source
    this.#at = at
  }

  problemsOf(issue: Issue, above: Path): readonly Problem[] {
    const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => this.#unknownKey(path, key))
    if (issue.code === 'invalid_union') return this.#union(issue.errors, path, issue)
    const value = valueAt(this.#content, path)
    if (value === undefined) return [this.#problem(path, `${named(path)} is missing`)]
    if (issue.code === 'invalid_value') return [this.#oneOf(issue.values.map(String), value, path)]
    return [this.#problem(path, `${named(path)} ${wordsOf(issue)}`)]
  }

  /** The alternative that got furthest is the one that was meant. */
  #union(alternatives: readonly (readonly Issue[])[], path: Path, issue: Issue): readonly Problem[] {
    const value = valueAt(this.#content, path)
    if (value === undefined) return [this.#problem(path, `${named(path)} is missing`)]
    const deeper = alternatives.filter((issues) => issues.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'))
    const meant = deeper.toSorted((a, b) => a.length - b.length)[0]
    if (meant !== undefined && meant.length > 0) return meant.flatMap((one) => this.problemsOf(one, path))
    const words = [...new Set(alternatives.flatMap((issues) => issues.map(wordsOf)))]
    const wordsText = words.length > 0 ? words.join(', or ') : issue.message
    return [this.#problem(path, `${named(path)} ${wordsText}`)]
  }

  #oneOf(values: readonly string[], value: unknown, path: Path): Problem {
    const near = typeof value === 'string' ? nearest(value, values) : undefined
    const message = values.length === 1 ? `${named(path)} must be ${values[0]}` : `${named(path)} must be one of ${values.join(', ')}`
    return this.#problem(path, message, near === undefined ? undefined : `did you mean "${near}"?`)
  }

  #unknownKey(path: Path, key: string): Problem {
    const known = knownKeys(this.#schema, path)
    const near = nearest(key, known)
    const list = known.length > 0 && known.length <= 12 ? `known here: ${known.join(', ')}` : undefined
    return this.#problem([...path, key], `"${key}" is not known here`, near === undefined ? list : `did you mean "${near}"?`)
  }

  #problem(path: Path, message: string, suggestion?: string): Problem {
    return this.#source.problem([...this.#at, ...path], message, { suggestion })
  }
}

function named(path: Path): string {
  const last = path.at(-1)
  return last === undefined ? 'the file' : typeof last === 'number' ? `member ${last + 1}` : `"${last}"`
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be made of keys and values',
  record: 'must be made of keys and values',
}

/** What an issue says, without the value. */
function wordsOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return typeWords[issue.expected] ?? `must be of type ${issue.expected}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_key') return `cannot be a name here: ${issue.issues[0]?.message ?? 'it is malformed'}`
  if (issue.code === 'too_small') return `is too small or too short: at least ${issue.minimum}`
  if (issue.code === 'too_big') return `is too large or too long: at most ${issue.maximum}`
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return issue.message.startsWith('Invalid') ? 'is malformed' : issue.message
  return issue.message.startsWith('Invalid') ? 'is malformed' : issue.message
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

const jsonSchemas = new WeakMap<z.ZodType, JsonSchema>()

/** Keys that a schema knows at a path, found in its JSON Schema. */
function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let root = jsonSchemas.get(schema)
  if (root === undefined) {
    root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
    jsonSchemas.set(schema, root)
  }
  let nodes = expand([root], root)
  for (const step of path)
    nodes = expand(
      nodes.flatMap((node) => childrenOf(node, step)),
      root,
    )
  return [...new Set(nodes.flatMap((node) => Object.keys((node['properties'] ?? {}) as JsonSchema)))]
}

function childrenOf(node: JsonSchema, step: string | number): readonly JsonSchema[] {
  const properties = (node['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>
  const found = Object.hasOwn(properties, step) ? properties[step] : (node['additionalProperties'] ?? node['items'])
  return typeof found === 'object' && found !== null ? [found as JsonSchema] : []
}

/** Follows references and alternatives. */
function expand(nodes: readonly JsonSchema[], root: JsonSchema): readonly JsonSchema[] {
  const done = new Set<JsonSchema>()
  const open = [...nodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (done.has(node)) continue
    done.add(node)
    for (const key of ['anyOf', 'oneOf', 'allOf']) open.push(...((node[key] ?? []) as readonly JsonSchema[]))
    const target = typeof node['$ref'] === 'string' ? valueAt(root, node['$ref'].split('/').slice(1)) : undefined
    if (typeof target === 'object' && target !== null) open.push(target as JsonSchema)
    if (node['$ref'] === '#') open.push(root)
  }
  return [...done]
}
