import type { XcData, XcNode } from './nodes.ts'

type Test = (node: XcNode, value: unknown) => boolean

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const within =
  (field: string): Test =>
  (node, value) =>
    list(value).includes(node[field])
const anyWithin =
  (field: string, part: string): Test =>
  (node, value) =>
    list(node[field]).some((member) => list(value).includes((member as Record<string, unknown>)[part]))
const refWithin =
  (field: string): Test =>
  (node, value) =>
    list(value).includes((node[field] as { clave?: string } | null)?.clave)
const from =
  (field: string): Test =>
  (node, value) =>
    node[field] !== null && (node[field] as string) >= (value as string)
const to =
  (field: string): Test =>
  (node, value) =>
    node[field] === null || (node[field] as string) <= (value as string)

/** What each filter field selects. */
const tests: Readonly<Record<keyof XcData, Readonly<Record<string, Test>>>> = {
  sujetos: {
    claves: within('clave'),
    condiciones: within('condicion'),
    apellidos: (node, value) =>
      list(node['nombres']).some((name) => (name as { apellidos: string }).apellidos.startsWith(String(value).normalize('NFC'))),
    nacionalidades: anyWithin('nacionalidades', 'pais'),
    documentos: anyWithin('documentos', 'numero'),
    registradoDesde: from('registrado'),
    registradoHasta: to('registrado'),
  },
  requisitorias: {
    claves: within('clave'),
    clases: within('clase'),
    situaciones: within('situacion'),
    sujetos: within('sujeto'),
    emitidaDesde: from('emitida'),
    emitidaHasta: to('emitida'),
  },
  cooperaciones: {
    claves: within('clave'),
    clases: within('clase'),
    situaciones: within('situacion'),
    personas: anyWithin('personas', 'clave'),
    requisitorias: refWithin('requisitoria'),
    operativos: refWithin('operativo'),
    enviadaDesde: from('enviada'),
    enviadaHasta: to('enviada'),
  },
  operativos: {
    claves: within('clave'),
    clases: within('clase'),
    situaciones: within('situacion'),
    blancos: anyWithin('blancos', 'clave'),
    inicioDesde: from('inicio'),
    inicioHasta: to('inicio'),
  },
}

interface ListArguments {
  readonly first: number
  readonly after?: string | null
  readonly filtro?: Readonly<Record<string, unknown>> | null
  readonly orden: string
}

const most = 100

/** The resolvers of `Query`: a connection and a lookup by keys for each type. */
export function rootValue(data: XcData): Readonly<Record<string, (args: never) => unknown>> {
  return Object.fromEntries(
    (Object.keys(tests) as (keyof XcData)[]).flatMap((name) => {
      const byKey = new Map(data[name].map((node) => [node.clave, node]))
      const orders = new Map<string, readonly XcNode[]>()
      return [
        [name, (args: ListArguments) => connection(ordered(data[name], args.orden, orders), tests[name], args)],
        [
          `${name}PorClave`,
          ({ claves }: { readonly claves: readonly string[] }) => claves.map((key) => byKey.get(key)).filter((node) => node !== undefined),
        ],
      ]
    }),
  )
}

function connection(nodes: readonly XcNode[], filters: Readonly<Record<string, Test>>, { first, after, filtro }: ListArguments) {
  const wanted = Object.entries(filtro ?? {}).filter(([, value]) => value !== null && value !== undefined)
  const selected = nodes.filter((node) => wanted.every(([name, value]) => filters[name]?.(node, value) === true))
  const start = after === null || after === undefined ? 0 : selected.findIndex((node) => cursorOf(node) === after) + 1
  if (start === 0 && after) throw new Error('cursor desconocido')
  const page = selected.slice(start, start + Math.max(0, Math.min(first, most)))
  const last = page.at(-1)
  return {
    edges: page.map((node) => ({ cursor: cursorOf(node), node })),
    pageInfo: { hasNextPage: start + page.length < selected.length, endCursor: last === undefined ? null : cursorOf(last) },
    total: selected.length,
  }
}

function cursorOf(node: XcNode): string {
  return Buffer.from(`c:${node.clave}`).toString('base64url')
}

/** By the field that the order names; nodes without it last in both directions, ties by key upwards. */
function ordered(nodes: readonly XcNode[], orden: string, known: Map<string, readonly XcNode[]>): readonly XcNode[] {
  const found = known.get(orden)
  if (found !== undefined) return found
  const [field = 'clave', direction] = orden.toLowerCase().split('_')
  const sign = direction === 'desc' ? -1 : 1
  const rows = nodes.toSorted((a, b) => compare(a[field], b[field], sign) || compare(a.clave, b.clave, 1))
  known.set(orden, rows)
  return rows
}

function compare(a: unknown, b: unknown, sign: number): number {
  const known = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'
  if (!known(a) || !known(b)) return known(a) ? -1 : known(b) ? 1 : 0
  return (a < b ? -1 : a > b ? 1 : 0) * sign
}
