import type { z } from 'zod'
import type { Problem } from '../../model/problem.ts'
import { baselineFile, type PolicyFile, policyFile, shapes } from './policyFile.ts'
import { hint } from './scope.ts'
import { type Path, Source } from './source.ts'

type Issue = z.core.$ZodIssue

/** What was read of a file. `file` is null exactly when there are problems. */
export interface ReadFile {
  readonly file: PolicyFile | null
  readonly source: Source
  readonly problems: readonly Problem[]
}

/** Reads the shape of a `disclosure.yaml`. Never throws. */
export function readPolicyFile(text: string, path: string): ReadFile {
  return readShape(text, path, policyFile)
}

/** Reads the shape of a `baseline.yaml`, as a policy file of nobody's. Never throws. */
export function readBaselineFile(text: string, path: string): ReadFile {
  return readShape(
    text,
    path,
    baselineFile.transform((file): PolicyFile => ({ ...file, comity: 'disclosure/v1', bureau: '' })),
  )
}

function readShape(text: string, path: string, shape: z.ZodType<PolicyFile>): ReadFile {
  const source = new Source(text, path)
  if (source.problems.length > 0) return { file: null, source, problems: source.problems }
  try {
    const parsed = shape.safeParse(source.content)
    if (parsed.success) return { file: parsed.data, source, problems: [] }
    return { file: null, source, problems: parsed.error.issues.flatMap((issue) => problemsOf(source, issue, [])) }
  } catch {
    return { file: null, source, problems: [source.problem([], 'file', 'the file is nested too deeply')] }
  }
}

function problemsOf(source: Source, issue: Issue, above: Path): readonly Problem[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? '?' : key))]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(source, path, key))
  if (issue.code === 'invalid_key')
    return [source.problem(path, pathName(source, path), `"${path.at(-1)}" ${issue.issues[0]?.message ?? 'is not a key'}`)]
  if (path.length === 0) return [source.problem(path, 'file', 'the file must be made of keys: comity, bureau, version, rules')]
  const value = valueAt(source.content, path)
  if (value === undefined) return [source.problem(path, pathName(source, path), `"${path.at(-1)}" is missing`)]
  if (issue.code === 'invalid_union' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const object = issue.errors.at(-1)
    if (object !== undefined) return object.flatMap((inner) => problemsOf(source, inner, path))
  }
  const message = issue.message.startsWith('Invalid') ? 'has the wrong shape' : issue.message
  return [source.problem(path, pathName(source, path), `"${path.at(-1)}" ${message}`)]
}

function unknownKey(source: Source, path: Path, key: string): Problem {
  const place = [...path, key]
  const known = shapes[String(path[0] ?? '')] ?? shapes['']
  // A key of the disclosure file may be none of the baseline's.
  const suggestion = hint(
    key,
    Object.keys(known ?? {}).filter((one) => one !== key),
  )
  const message = `"${key}" is not part of the language here`
  return source.problem(place, pathName(source, place), message, suggestion === undefined ? {} : { suggestion })
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[key]
  }
  return value
}

const withIds: ReadonlySet<unknown> = new Set(['rules', 'grants', 'emergency'])

/** `rules.XA-10.when`: a rule goes by its id, a test by its place. */
export function pathName(source: Source, path: Path): string {
  if (path.length === 0) return 'file'
  const [part, place] = path
  const id = place !== undefined && withIds.has(part) ? valueAt(source.content, [part ?? '', place, 'id']) : undefined
  return path.map((key, i) => (i === 1 && typeof id === 'string' ? id : String(key))).join('.')
}
