import { posix } from 'node:path'
import { parseSync } from 'vite'
import type { SourceFile } from './sourceFile.ts'

/** One module that a file asks for. */
export interface ImportOf {
  /** A repository path for our own files (`src/model/record.ts`), the specifier as written for everything else. */
  readonly target: string
  /** Whether it is one of our own files. */
  readonly own: boolean
  /** Whether only types come in: nothing of it runs. */
  readonly types: boolean
}

/** What the rules look at in a source file. */
export interface Module {
  readonly path: string
  readonly imports: readonly ImportOf[]
  /** Every identifier and property name. */
  readonly names: readonly string[]
  /** Every string and every fixed part of a template. */
  readonly texts: readonly string[]
}

interface Node {
  readonly type?: unknown
  readonly [key: string]: unknown
}

/** Parses a file. Throws when it does not parse, or when it imports something that cannot be read off the source. */
export function readModule({ path, text }: SourceFile): Module {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const found: ImportOf[] = []
  const add = (specifier: string, types: boolean) => found.push(importOf(path, specifier, types))
  for (const one of module.staticImports) {
    add(one.moduleRequest.value, one.entries.length > 0 && one.entries.every((entry) => entry.isType))
  }
  for (const entry of module.staticExports.flatMap((one) => one.entries)) {
    if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType)
  }
  const names: string[] = []
  const texts: string[] = []
  walk(program, (node) => {
    if (node.type === 'ImportExpression') add(literal(node['source'], path), false)
    if (node.type === 'TSImportType') add(literal(node['source'], path), true)
    if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') names.push(String(node['name']))
    if (node.type === 'Literal' && typeof node['value'] === 'string') texts.push(node['value'])
    if (node.type === 'TemplateElement') texts.push((node['value'] as { readonly cooked: string }).cooked)
  })
  return { path, imports: found, names, texts }
}

function importOf(from: string, specifier: string, types: boolean): ImportOf {
  if (!specifier.startsWith('.')) return { target: specifier, own: false, types }
  const target = posix.normalize(posix.join(posix.dirname(from), specifier))
  return { target: target.replace(/\?.*$/, ''), own: true, types }
}

/** The specifier as written; `./kinds/*` for a file of one folder whose name alone is computed. */
function literal(node: unknown, path: string): string {
  const { value, quasis } = node as {
    readonly value?: unknown
    readonly quasis?: readonly { readonly value: { readonly cooked: string } }[]
  }
  const folder = quasis?.[0]?.value.cooked.match(/^(\.{1,2}\/.*\/)/)?.[1]
  if (folder !== undefined && quasis?.slice(1).every((part) => !part.value.cooked.includes('/'))) return `${folder}*`
  if (typeof value !== 'string') throw new Error(`${path} imports a module whose name is computed: no rule can be held to that`)
  return value
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit)
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Node
    if (typeof node.type === 'string') visit(node)
    for (const child of Object.values(node)) walk(child, visit)
  }
}
