import type { Catalogue } from '../../model/catalogue.ts'
import { nearest } from '../../model/problem.ts'
import type { CodeList } from '../codeList.ts'
import type { MappingProblem, Path } from '../mistake.ts'
import { type NativeScope, type Place, type Reads, resolvePlace } from '../nativeScope.ts'

/** What stands around a field while it is compiled. */
export interface FieldContext {
  /** What all fields of a mapping share. */
  readonly mapping: MappingContext
  readonly scope: NativeScope
  readonly reads: Reads
  /** Names of the type's child tables. */
  readonly children: ReadonlySet<string>
  /** Where the field stands in the file. */
  readonly path: Path
  /** Its canonical name, dotted. */
  readonly field: string
  /** Called when records may link to other bureaus by this field. */
  readonly onCrossBureau: () => void
}

/** What is the same for a whole mapping file. */
export interface MappingContext {
  readonly bureau: string
  readonly catalogue: Catalogue
  readonly directory: ReadonlySet<string>
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Lists of codes by name. */
  readonly codeLists: ReadonlyMap<string, CodeList>
  /** Types that the file maps. */
  readonly types: ReadonlySet<string>
  readonly problems: MappingProblem[]
  readonly usedCodes: Set<string>
}

/** The context of a part of the field. `name` when the part is a sub-field of its own. */
export function inside(context: FieldContext, path: Path, name?: string): FieldContext {
  return { ...context, path: [...context.path, ...path], field: name === undefined ? context.field : `${context.field}.${name}` }
}

/** Notes an error at a part of the field. */
export function fail(context: FieldContext, path: Path, message: string, suggestion?: string): void {
  const problem: MappingProblem = { severity: 'error', path: [...context.path, ...path], message }
  context.mapping.problems.push(suggestion === undefined ? problem : { ...problem, suggestion })
}

/** `did you mean "x"?`, when a known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const near = nearest(word, known)
  return near === undefined ? undefined : `did you mean "${near}"?`
}

/** Resolves a path of the file; a mistake in it is noted, and null returned. */
export function placeOf(context: FieldContext, text: string, at: Path): Place | null {
  const place = resolvePlace(text, context.scope, context.reads)
  if (place === null) fail(context, at, `"${text}" leads out of the row: there are fewer rows around this one than it has ^`)
  return place
}
