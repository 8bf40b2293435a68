import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { connectorKinds, connectorOptionsSchema } from '../connectors/open.ts'
import { bureauSchema } from './bureauSchema.ts'

/** Where editors find it. */
export const jsonSchemaPath = join(import.meta.dirname, '..', '..', 'docs', 'bureau.schema.json')

/** The JSON Schema of `bureau.yaml`, as text: every kind of connector has its options in it. */
export async function bureauJsonSchema(): Promise<string> {
  const kinds = await Promise.all(connectorKinds.map((kind) => connectorOptionsSchema(kind)))
  const [first, ...others] = kinds
  const connector = first === undefined ? z.never() : z.union([first, ...others])
  const whole = bureauSchema.extend({ connector: connector.describe("How the bureau's system is reached; see docs/connectors.md.") })
  const schema = z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify({ ...schema, title: 'bureau.yaml' }, null, 2)}\n`
}

/** Whether the file in `docs/` says what the code says. */
export async function isJsonSchemaFresh(): Promise<boolean> {
  return readFileSync(jsonSchemaPath, 'utf8') === (await bureauJsonSchema())
}

if (import.meta.main) writeFileSync(jsonSchemaPath, await bureauJsonSchema())
