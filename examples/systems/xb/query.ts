import type { XbDocument } from './documents.ts'

/** What a resource can be asked. */
export interface Resource {
  /** Query parameter -> what it selects. Values are separated by commas: any of them. */
  readonly filters: Readonly<Record<string, (document: XbDocument, values: readonly string[]) => boolean>>
  /** Fields that `tri` takes, with or without a minus; `id` always. */
  readonly sortable: readonly string[]
}

/** Reads a path of a document. */
export function at(document: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value === null || typeof value !== 'object' ? undefined : (value as Record<string, unknown>)[name]),
      document,
    )
}

const oneOf = (path: string) => (document: XbDocument, values: readonly string[]) => values.includes(String(at(document, path) ?? ''))
const anyOf = (list: string, path: string) => (document: XbDocument, values: readonly string[]) => {
  const members = at(document, list)
  return Array.isArray(members) && members.some((member) => values.includes(String(path === '' ? member : at(member, path))))
}
const onOrAfter =
  (path: string) =>
  (document: XbDocument, [value = '']: readonly string[]) =>
    String(at(document, path) ?? '') >= value
const onOrBefore =
  (path: string) =>
  (document: XbDocument, [value = '']: readonly string[]) =>
    String(at(document, path) ?? '~') <= value
const anyBeginsWith =
  (list: string, path: string) =>
  (document: XbDocument, [value = '']: readonly string[]) => {
    const members = at(document, list)
    const begins = (text: unknown) => typeof text === 'string' && text.normalize('NFC').startsWith(value.normalize('NFC'))
    return Array.isArray(members) && members.some((member) => begins(at(member, path)))
  }

/** XB's own search by a whole name: as many groups of three letters in common as not, in whatever order the words stand (Dice's coefficient). */
function looksLike(document: XbDocument, values: readonly string[]): boolean {
  const sought = trigrams(values.join(' '))
  const names = at(document, 'noms')
  return (
    Array.isArray(names) &&
    names.some((name) => alike(sought, trigrams(['prenoms', 'patronyme', 'nom'].map((part) => String(at(name, part) ?? '')).join(' '))))
  )
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const both = [...a].filter((one) => b.has(one)).length
  return both > 0 && (2 * both) / (a.size + b.size) >= 0.5
}

/** Of every word in small letters without marks, with the blanks around it. */
function trigrams(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}]+/gu) ?? []
  return new Set(words.flatMap((word) => Array.from({ length: word.length + 1 }, (_, i) => `  ${word} `.slice(i, i + 3))))
}

/** XB's own filter parameters, resource by resource. */
export const resources: Readonly<Record<string, Resource>> = {
  personnes: {
    filters: {
      ids: oneOf('id'),
      qualite: oneOf('qualite'),
      nom: anyBeginsWith('noms', 'nom'),
      recherche: looksLike,
      nationalite: anyOf('nationalites', 'pays'),
      piece: anyOf('pieces', 'numero'),
      modifieDepuis: onOrAfter('dateModification'),
      saisiDepuis: onOrAfter('dateSaisie'),
      saisiJusqua: onOrBefore('dateSaisie'),
    },
    sortable: ['dateSaisie', 'dateModification'],
  },
  avis: {
    filters: {
      ids: oneOf('id'),
      nature: oneOf('nature'),
      statut: oneOf('statut'),
      personne: oneOf('personne'),
      emisDepuis: onOrAfter('dateEmission'),
      emisJusqua: onOrBefore('dateEmission'),
      modifieDepuis: onOrAfter('dateModification'),
    },
    sortable: ['dateEmission', 'dateExpiration', 'dateSaisie', 'dateModification'],
  },
  commissions: {
    filters: {
      ids: oneOf('id'),
      objet: oneOf('objet'),
      statut: oneOf('statut'),
      urgence: oneOf('urgence'),
      personne: anyOf('personnes', 'ref'),
      avis: oneOf('avis.ref'),
      operation: oneOf('operation.ref'),
    },
    sortable: ['dateEnvoi', 'dateLimite', 'dateModification'],
  },
  operations: {
    filters: { ids: oneOf('id'), statut: oneOf('statut'), type: oneOf('type'), cible: anyOf('cibles', 'ref') },
    sortable: ['debut', 'fin', 'dateModification'],
  },
}

/** A mistake in a query, told to the caller. */
export class QueryMistake extends Error {}

/** The rows a query selects, in its order. Throws QueryMistake. */
export function select(name: string, documents: readonly XbDocument[], query: URLSearchParams): readonly XbDocument[] {
  const resource = resources[name]
  if (resource === undefined) throw new QueryMistake('ressource inconnue')
  const order = orderOf(query.get('tri') ?? 'id', resource)
  let selected = ordered(documents, order)
  for (const parameter of new Set(query.keys())) {
    if (['page', 'parPage', 'tri', 'apresValeur', 'apresId'].includes(parameter)) continue
    const filter = resource.filters[parameter]
    if (filter === undefined) throw new QueryMistake(`paramètre inconnu : ${parameter}`)
    const values = query.getAll(parameter).flatMap((value) => value.split(','))
    selected = selected.filter((document) => filter(document, values))
  }
  const id = query.get('apresId')
  if (id === null) return selected
  const after = { value: order.path === 'id' ? '' : query.get('apresValeur') || null, id }
  return selected.filter((document) => compare(positionOf(document, order), after, order) > 0)
}

interface Order {
  readonly path: string
  readonly sign: 1 | -1
}

function orderOf(tri: string, resource: Resource): Order {
  const path = tri.replace(/^-/, '')
  if (path !== 'id' && !resource.sortable.includes(path)) throw new QueryMistake(`tri inconnu : ${path}`)
  return { path, sign: tri.startsWith('-') ? -1 : 1 }
}

/** Each order is worked out once: the documents do not change while the system runs. */
const orders = new WeakMap<readonly XbDocument[], Map<string, readonly XbDocument[]>>()

function ordered(documents: readonly XbDocument[], order: Order): readonly XbDocument[] {
  const known = orders.get(documents) ?? new Map<string, readonly XbDocument[]>()
  orders.set(documents, known)
  const name = `${order.path}${order.sign}`
  const rows = known.get(name) ?? documents.toSorted((a, b) => compare(positionOf(a, order), positionOf(b, order), order))
  known.set(name, rows)
  return rows
}

function positionOf(document: XbDocument, { path }: Order): Position {
  return { value: path === 'id' ? '' : valueOf(document, path), id: document.id }
}

/** By value, then by id upwards, so that every order is total; only the order by id itself can run downwards. */
function compare(a: Position, b: Position, { path, sign }: Order): number {
  return compareValues(a.value, b.value, sign) || compareText(a.id, b.id) * (path === 'id' ? sign : 1)
}

interface Position {
  readonly value: string | null
  readonly id: string
}

function valueOf(document: XbDocument, path: string): string | null {
  const value = at(document, path)
  return typeof value === 'string' ? value : null
}

/** Documents without a value come last in both directions. */
function compareValues(a: string | null, b: string | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return compareText(a, b) * sign
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
