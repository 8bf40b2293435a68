import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { connectorKinds, connectorOptionsSchema } from '../connectors/open.ts'
import { bureauSchema } from './bureauSchema.ts'
import { hubSchema, risks } from './hubSchema.ts'

const docs = join(import.meta.dirname, '..', '..', 'docs')

/** The JSON Schema of `bureau.yaml`, as text: every kind of connector has its options in it. */
export async function bureauJsonSchema(): Promise<string> {
  const kinds = await Promise.all(connectorKinds.map((kind) => connectorOptionsSchema(kind)))
  const [first, ...others] = kinds
  const connector = first === undefined ? z.never() : z.union([first, ...others])
  const whole = bureauSchema.extend({ connector: connector.describe("How the bureau's system is reached; see docs/connectors.md.") })
  return schemaText(whole, 'bureau.yaml')
}

/** The JSON Schema of `comity.yaml`, as text. */
export function hubJsonSchema(): string {
  return schemaText(hubSchema, 'comity.yaml')
}

/** The reference of `comity.yaml`, as a page. */
export function hubReference(): string {
  const lines = [
    '# comity.yaml',
    '',
    'Written by `npm run schema` from the schema that the hub reads the file with. An example to begin with is [comity.yaml](../examples/comity.yaml); editors that know JSON Schema',
    'take [comity.schema.json](comity.schema.json).',
    '',
    '- `comity start --config comity.yaml` runs a hub by it; a mistake is told with its line, and nothing listens. `comity config check comity.yaml` says how a hub would be run, and `comity doctor --config comity.yaml` whether everything',
    '  that it needs is there.',
    '- An environment variable that is set stands over the file.',
    "- `${NAME}` is an environment variable, `${NAME:-default}` one with a default, `${file:/run/secrets/name}` the text of a file. Paths start at the file's own folder.",
    '- The files of TLS are read again when they change; everything else at the start.',
    '',
    '| key | what |',
    '|---|---|',
    ...rowsOf(z.toJSONSchema(hubSchema, { io: 'input', unrepresentable: 'any' }) as Shape, []),
    '',
    '## Risks',
    '',
    'In production a hub does not start where one of these is the case and does not stand under `accept`:',
    '',
    '| name | the hub |',
    '|---|---|',
    ...Object.entries(risks).map(([name, says]) => `| \`${name}\` | ${says} |`),
  ]
  return `${lines.join('\n')}\n`
}

/** What a part of a JSON Schema says, as far as the reference tells of it. */
interface Shape {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly enum?: readonly string[]
  readonly items?: Shape
}

function rowsOf({ properties = {}, required = [] }: Shape, above: readonly string[]): readonly string[] {
  return Object.entries(properties).flatMap(([name, shape]) => {
    const path = [...above, name]
    const values = (shape.enum ?? shape.items?.enum ?? []).map((value) => `\`${value}\``).join(', ')
    const says = [shape.description, values === '' ? undefined : `One of ${values}.`, required.includes(name) ? 'Required.' : undefined]
    return [`| \`${path.join('.')}\` | ${says.filter((part) => part !== undefined).join(' ')} |`, ...rowsOf(shape, path)]
  })
}

function schemaText(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), title }, null, 2)}\n`
}

/** What is written into `docs/`, by name. */
async function written(): Promise<Readonly<Record<string, string>>> {
  return {
    'bureau.schema.json': await bureauJsonSchema(),
    'comity.schema.json': hubJsonSchema(),
    'configuration.md': hubReference(),
  }
}

/** Files of `docs/` that do not say what the code says. */
export async function staleSchemas(): Promise<readonly string[]> {
  const stale = Object.entries(await written()).filter(([name, text]) => readFileSync(join(docs, name), 'utf8') !== text)
  return stale.map(([name]) => name)
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await written())) writeFileSync(join(docs, name), text)
}
