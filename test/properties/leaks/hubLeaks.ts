import type { Edit, Leak } from './leak.ts'

const plan = 'src/disclosure/decide/plan.ts'
const evaluate = 'src/plan/evaluate.ts'
const stream = 'src/plan/bureauStream.ts'
const merge = 'src/plan/merge.ts'
const page = 'src/plan/page.ts'
const tally = 'src/plan/tally.ts'
const byKey = 'src/records/readByKey.ts'
const operation = 'src/plan/operation.ts'
const hub = 'src/hub.ts'
const hubOperation = 'src/hub/hubOperation.ts'
const layers = 'src/disclosure/decide/layers.ts'
const decider = 'src/disclosure/decide/decider.ts'
const native = 'src/plan/nativeQuery.ts'

/** The raw record behind a view, for those who should not have it. */
const smuggled: Edit = {
  file: plan,
  find: 'return Object.freeze({ ref, values: Object.freeze(view), disclosure })',
  replace: `const made = Object.freeze({ ref, values: Object.freeze(view), disclosure })
  ;(globalThis.rawOf ??= new WeakMap()).set(made, values)
  return made`,
}
/** Rows read by the operation, withheld ones too. */
export const rowsRead: readonly Edit[] = [
  { file: hub, find: 'const longest =', replace: 'globalThis.rowsRead = 0\n    const longest =' },
  {
    file: 'src/records/bureauSource.ts',
    find: 'const { record, problems } = reader.mapping.toCanonical(row, reader.fields)',
    replace: 'globalThis.rowsRead++\n  const { record, problems } = reader.mapping.toCanonical(row, reader.fields)',
  },
]
/** How many rows a stream has read. */
const scanned: Edit = {
  file: stream,
  find: 'get failed(): boolean {',
  replace: 'get scanned() { return this.#scanned }\n  get failed(): boolean {',
}

function leak(channel: string, name: string, edits: Edit | readonly Edit[], comparison: Leak['comparison'] = 'answers'): Leak {
  return { name, channel, edits: [edits].flat() as readonly Edit[], check: 'hub', comparison }
}

function edit(file: string, find: string, replace: string): Edit {
  return { file, find, replace }
}

/** In what an answer shows. */
const shown: readonly Leak[] = [
  leak('field', 'a withheld field is shown', edit(plan, 'forms[level as 0 | 1 | 2 | 3]', '(forms[level as 0 | 1 | 2 | 3] ?? forms[3])')),
  leak(
    'field',
    'a generalised date is whole',
    edit(
      'src/disclosure/forms/generalisers.ts',
      "if (year !== null) return `${year[1] ?? ''}${year[2] ?? ''}`",
      'if (year !== null) return text',
    ),
  ),
  leak(
    'field',
    'a mask shows the words',
    edit('src/disclosure/forms/maskers.ts', 'initial(text.slice(start, end))', 'text.slice(start, end)'),
  ),
  leak('field', 'a cap that cannot be decided is lifted', edit(decider, '!== FALSE) return lowered', '=== TRUE) return lowered')),
  leak(
    'field',
    'a permit that cannot be decided grants',
    edit(decider, 'permitTests[i] as number) !== TRUE) continue', 'permitTests[i] as number) === FALSE) continue'),
  ),
  leak(
    'field',
    'a grant that is over still counts',
    edit('src/disclosure/decide/specialise.ts', 'until !== null && instant >= until', 'false'),
  ),
  leak(
    'field',
    "an originator's rules are not asked",
    edit('src/disclosure/decide/held.ts', 'record: Math.min(record, allowed.record)', 'record'),
  ),
  leak('field', 'excluded countries see the record', edit(layers, "if (limit === 'EXCLUDED_COUNTRIES')", 'if (false)')),
  leak('field', 'a record past its end is shown', edit(layers, "if (limit === 'EXPIRY')", 'if (false)')),
  leak(
    'marker',
    'a marker stands only where a value is stored',
    edit(
      plan,
      smuggled.find,
      'return Object.freeze({ ref, values: Object.freeze(view), disclosure: disclosure.filter(({ field }) => (values[field] ?? null) !== null) })',
    ),
  ),
  leak(
    'reason',
    'a reason depends on the record',
    edit(
      plan,
      smuggled.find,
      "return Object.freeze({ ref, values: Object.freeze(view), disclosure: disclosure.map((one) => ((values[one.field] ?? null) === null ? one : { ...one, reason: 'ROLE' })) })",
    ),
  ),
  leak(
    'interface',
    'a hidden record has a type',
    edit(
      byKey,
      'row === undefined ? null : readRow(reader, row)',
      'row === undefined ? null : (readRow(reader, row) ?? { ref, values: {}, disclosure: [] })',
    ),
  ),
  leak(
    'interface',
    'a withheld inverse link is followed',
    edit(operation, "levelOf(view, link.name) === 'full' ? byLink.load", 'true ? byLink.load'),
    'definition',
  ),
  leak('non-null', 'a withheld value that exists nulls its parent', [
    smuggled,
    edit(
      'src/api/governedFields.ts',
      'attachValue(target, (view) => view.values[name] ?? null)',
      `attachValue(target, (view) => {
      const value = view.values[name] ?? null
      if (value === null && (globalThis.rawOf.get(view)?.[name] ?? null) !== null) throw new TypeError('not null')
      return value
    })`,
    ),
  ]),
  leak(
    'error',
    'a withheld record makes the operation fail',
    edit(
      plan,
      'return decide.recordLevel(values) === LISTED ? viewOf',
      "if (decide.recordLevel(values) !== LISTED && JSON.stringify(values).includes('Lopez')) throw new TypeError('cannot cast')\n      return decide.recordLevel(values) === LISTED ? viewOf",
    ),
  ),
  leak('sequential id', 'an id is the place among all rows', [
    edit(stream, 'for (const row of page.rows) {', 'for (const [at, row] of page.rows.entries()) {'),
    edit(stream, 'read.set(view, position)', '(globalThis.placeOf ??= new WeakMap()).set(view, at), read.set(view, position)'),
    edit(
      operation,
      'return this.idAt(view.ref)',
      'const at = globalThis.placeOf?.get(view)\n    return at === undefined ? this.idAt(view.ref) : String(at)',
    ),
  ]),
  leak('audit echo', 'the caller is told how many rows were read', [
    ...rowsRead,
    edit(
      hubOperation,
      '...(sources.length === 0 ? {} : { sources, ',
      '...(sources.length === 0 ? {} : { rows: globalThis.rowsRead, sources, ',
    ),
  ]),
  {
    ...leak('etag', 'a header is a function of all rows', [
      ...rowsRead,
      edit(
        'src/api/answer.ts',
        "'content-type': `${type}; charset=utf-8`",
        "'content-type': `${type}; charset=utf-8`, etag: String(globalThis.rowsRead)",
      ),
    ]),
    check: 'http',
  },
]

/** In which records are found, in what order, and how many. */
const found: readonly Leak[] = [
  leak('filter', 'a filter reads the raw record', [
    smuggled,
    edit(
      evaluate,
      'view.values[predicate.field] ?? null, predicate.op',
      'globalThis.rawOf.get(view)?.[predicate.field] ?? null, predicate.op',
    ),
  ]),
  leak('nested filter', 'a filter of a link reads the raw record at its end', [
    smuggled,
    edit(
      evaluate,
      'outcomesOf(term, target, types, linked)',
      'outcomesOf(term, { ...target, values: globalThis.rawOf.get(target) ?? target.values, disclosure: [] }, types, linked)',
    ),
  ]),
  leak('nested filter', 'a link to a withheld record is a link to something', edit(evaluate, 'field.list ? FALSE : UNKNOWN', 'FALSE')),
  leak('sort', 'an order reads the raw record', [
    smuggled,
    edit(
      'src/plan/position.ts',
      'scalar(view.values[field] ?? null)',
      'scalar((globalThis.rawOf.get(view) ?? view.values)[field] ?? null)',
    ),
  ]),
  leak(
    'sort',
    'a bureau orders by what is withheld on some records',
    edit(native, "level === 'full' ? mapping.orderPath(order.field) : null", 'mapping.orderPath(order.field)'),
  ),
  leak('cursor', 'a cursor holds a raw value', [
    smuggled,
    edit(merge, 'at: furthest,', "at: { bureau: '', key: '', values: [JSON.stringify(globalThis.rawOf.get(handed.at(-1)?.view))] },"),
  ]),
  leak('offset', 'a cursor is the number of rows read', [
    scanned,
    edit(page, 'seal: (count) => ', 'seal: (count) => `${count} of ${streams.reduce((sum, one) => sum + one.scanned, 0)}` || '),
  ]),
  leak('hasNext', 'a next page is told for withheld records', [
    scanned,
    edit(merge, 'const goesOn = ', 'const goesOn = streams.some((one) => one.scanned > size) || '),
  ]),
  leak(
    'count',
    'withheld records are counted',
    edit(
      tally,
      'readRow(reader, row)).filter((view) => view !== null)',
      "readRow(reader, row) ?? { ref: { bureau: '', type: '', key: '' }, values: {}, disclosure: [] })",
    ),
  ),
  leak('facet', 'withheld values are divided by', [
    smuggled,
    edit(tally, "this.#type === undefined ? 'full' : levelOf(view, this.field)", "'full'"),
    edit(tally, 'view.values[this.field] ?? null, this.#type', 'globalThis.rawOf.get(view)?.[this.field] ?? null, this.#type'),
  ]),
  leak(
    'collation',
    'texts are compared as a locale does',
    edit(
      'src/model/order.ts',
      'const length = Math.min(a.length, b.length)',
      'return a.localeCompare(b)\n  const length = Math.min(a.length, b.length)',
    ),
    'definition',
  ),
]

/** In who is asked, for whom, and what is kept. */
const asked: readonly Leak[] = [
  leak(
    'sources',
    'a withheld row makes a bureau partial',
    edit(stream, 'if (view === null ||', "if (view === null) { this.#state = 'PARTIAL'; continue }\n      if ("),
  ),
  leak(
    'sources',
    'a bureau is named because a link leads there',
    edit(
      byKey,
      'const rows = await source.link.get(read, this.#call)',
      "const rows = await source.link.get(read, this.#call)\n      this.#onStatus(first.bureau, 'OK', 0, null)",
    ),
  ),
  leak(
    'timing of source calls',
    'a withheld row costs another call',
    edit(
      stream,
      'if (view === null ||',
      'if (view === null) { await reader.source.link.find({ ...this.#access.query, limit, page: null }, call); continue }\n      if (',
    ),
    'work',
  ),
  leak(
    'filter',
    'a predicate on a withheld field is pushed down',
    edit(native, "plan.fixedLevel(field) === 'full'", "plan.fixedLevel(field) !== 'none'"),
    'openness',
  ),
  leak(
    'filter',
    'a level that depends on the record counts as full',
    edit(
      plan,
      'return lowest === settle(forms, highestOf(slot)) ? fieldLevel(lowest) : null',
      'return fieldLevel(settle(forms, highestOf(slot)))',
    ),
    'openness',
  ),
  leak(
    'cache',
    'a plan is kept for all callers',
    edit('src/disclosure/decide/rulePolicy.ts', '`${rules.type.name} ${classOf(caller)}`', 'rules.type.name'),
    'company',
  ),
  leak(
    'loader',
    'records that were read are kept for the next operation',
    edit(byKey, '{ cacheKeyFn: refKey }', '{ cacheKeyFn: refKey, cacheMap: (globalThis.loaded ??= new Map()) }'),
    'definition',
  ),
]

/** Leaks in the hub's own code. */
export const hubLeaks: readonly Leak[] = [...shown, ...found, ...asked]
