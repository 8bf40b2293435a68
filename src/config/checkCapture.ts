import type { TypeMapping } from '../mapping/typeMapping.ts'
import type { CaptureDeclaration } from '../model/capture.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { captureSchema } from './captureSchema.ts'
import type { YamlSource } from './yamlSource.ts'

/** Kinds of connectors with which a way of capture works; absent: all. */
export const kindsOf: Partial<Readonly<Record<CaptureDeclaration['mode'], readonly string[]>>> = {
  slot: ['postgres'],
  xmin: ['postgres'],
  outbox: ['postgres', 'mysql', 'sqlite'],
  files: ['file'],
}

/** What the rest of the file says. */
export interface CaptureContext {
  readonly source: YamlSource
  readonly catalogue: Catalogue
  readonly mappings: ReadonlyMap<string, TypeMapping>
}

/** What is wrong with `capture:` beyond its shape. Gives nothing where the shape is wrong: that is told already. */
export function checkCapture(content: unknown, { source, catalogue, mappings }: CaptureContext): readonly Problem[] {
  const { capture, connector, mapping } = (content ?? {}) as {
    capture?: unknown
    connector?: { kind?: unknown }
    mapping?: { types?: object }
  }
  const parsed = captureSchema.safeParse(capture)
  if (!parsed.success) return []
  const problems: Problem[] = []
  const slots = new Set<string>()
  for (const [type, declaration] of Object.entries(parsed.data.types)) {
    const at = ['capture', 'types', type]
    if (!Object.hasOwn(mapping?.types ?? {}, type)) {
      problems.push(source.problem(at, `there is no mapping for "${type}"`))
      continue
    }
    const kinds = kindsOf[declaration.mode]
    const kind = connector?.kind
    if (kinds !== undefined && typeof kind === 'string' && !kinds.includes(kind))
      problems.push(source.problem([...at, 'mode'], `capture by ${declaration.mode} needs a connector of kind ${kinds.join(' or ')}`))
    if (declaration.mode === 'poll') {
      const field = catalogue.types.get(type)?.fields.get(declaration.by)
      const isTold = mappings.get(type)?.mapped.has(declaration.by) ?? true
      if (field?.kind !== 'dateTime' || field.list || !isTold)
        problems.push(source.problem([...at, 'by'], `"${declaration.by}" is no mapped date-time field of ${type}`))
    }
    if (declaration.mode === 'slot') {
      if (slots.has(declaration.slot)) problems.push(source.problem([...at, 'slot'], 'a slot has one reader: each type needs its own'))
      slots.add(declaration.slot)
    }
    if (declaration.mode === 'webhook' && parsed.data.webhookKeys.length === 0)
      problems.push(source.problem([...at, 'mode'], 'no message can be taken without a key under "webhookKeys"'))
  }
  if (parsed.data.webhookKeys.length > 0 && !Object.values(parsed.data.types).some(({ mode }) => mode === 'webhook'))
    problems.push(source.problem(['capture', 'webhookKeys'], 'no type is captured by webhook', { severity: 'warning' }))
  return problems
}
