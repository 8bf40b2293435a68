import { roomOf } from './importRules.ts'
import type { Module } from './readModule.ts'

/** Names whose use is bound to one place. */
const bound: readonly { readonly name: string; readonly places: RegExp; readonly where: string }[] = [
  { name: 'unseal', places: /^src\/disclosure\//, where: 'disclosure/' },
]

/** Uses of bound names elsewhere, and readings of the environment elsewhere. */
export function boundNameProblems(modules: readonly Module[], texts: ReadonlyMap<string, string>): readonly string[] {
  return modules.flatMap(({ path, names }) => {
    const wrong = bound.filter((one) => !one.places.test(path) && names.includes(one.name))
    const problems = wrong.map((one) => `${path} uses ${one.name}: only ${one.where} may`)
    const readsEnvironment = /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[|\benv\b[^\n]*from 'node:process'/.test(texts.get(path) ?? '')
    // A demo system is a program of its own, started with an environment of its own.
    const mayRead = path === 'src/config/environment.ts' || /^(bin|bench|examples\/systems)\//.test(path)
    return readsEnvironment && !mayRead ? [...problems, `${path} reads process.env: only config/environment.ts may`] : problems
  })
}

/** Circles among files, as `a.ts -> b.ts -> a.ts`. Types may point anywhere the table allows; only what runs counts. */
export function fileCycles(modules: readonly Module[]): readonly string[] {
  const graph = new Map(modules.map(({ path, imports }) => [path, imports.filter((one) => one.own && !one.types).map((one) => one.target)]))
  return cycles(graph)
}

/** Circles among rooms, types included. */
export function roomCycles(modules: readonly Module[]): readonly string[] {
  const graph = new Map<string, string[]>()
  for (const { path, imports } of modules) {
    const from = roomOf(path)
    const to = imports.filter((one) => one.own).map((one) => roomOf(one.target))
    graph.set(from, [...(graph.get(from) ?? []), ...to.filter((room) => room !== from)])
  }
  return cycles(graph)
}

function cycles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (node: string, way: readonly string[]): void => {
    const at = way.indexOf(node)
    if (at >= 0) found.add([...way.slice(at), node].join(' -> '))
    if (at >= 0 || done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...way, node])
    done.add(node)
  }
  for (const node of [...graph.keys()].sort()) visit(node, [])
  return [...found]
}
