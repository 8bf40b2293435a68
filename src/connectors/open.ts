import type { z } from 'zod'
import type { Connector } from './connector.ts'
import type { ConnectorEnvironment } from './environment.ts'

/** The kinds there are: each is one file in `kinds/`, named after it. */
export const connectorKinds = ['postgres', 'mysql', 'sqlite', 'rest', 'graphql', 'file'] as const
export type ConnectorKind = (typeof connectorKinds)[number]

/** What a file in `kinds/` exports. */
export interface KindModule {
  /** Strict zod schema of the kind's options, `kind` included; every option is described. */
  readonly optionsSchema: z.ZodType
  /** Opens a connector with checked options. Talks to no system yet: one that is down makes calls fail, not the start. */
  open(options: never, environment: ConnectorEnvironment): Promise<Connector>
}

/** Options as they stand in `bureau.yaml`, environment references resolved. */
export interface ConnectorOptions {
  readonly kind: string
  readonly [option: string]: unknown
}

/**
 * Opens the connector that `options.kind` names. Throws an `Error` that says which options are wrong; a system that is down does not make it fail.
 */
export async function openConnector(options: ConnectorOptions, environment: ConnectorEnvironment): Promise<Connector> {
  const module = await loadKind(options.kind)
  const checked = module.optionsSchema.safeParse(options)
  if (!checked.success) {
    // Only where and why: an option may hold a secret.
    const reasons = checked.error.issues.map((issue) => `connector.${issue.path.join('.')}: ${issue.message}`)
    throw new Error(reasons.join('\n'))
  }
  return module.open(checked.data as never, environment)
}

/** The strict zod schema of a kind's options. Throws an `Error` for a kind that does not exist. */
export async function connectorOptionsSchema(kind: string): Promise<z.ZodType> {
  return (await loadKind(kind)).optionsSchema
}

async function loadKind(kind: string): Promise<KindModule> {
  if (!(connectorKinds as readonly string[]).includes(kind)) {
    throw new Error(`unknown connector kind '${kind}': there are ${connectorKinds.join(', ')}`)
  }
  return (await import(`./kinds/${kind}.ts`)) as KindModule
}
