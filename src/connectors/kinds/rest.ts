import type { Connector } from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import { JsonClient } from '../http/jsonClient.ts'
import { RestConnector } from '../rest/restConnector.ts'
import { type RestOptions, restOptionsSchema } from '../rest/restOptions.ts'

/** Options of kind `rest`. */
export const optionsSchema = restOptionsSchema

/** Opens a connector to an HTTP interface. */
export async function open(options: RestOptions, environment: ConnectorEnvironment): Promise<Connector> {
  return new RestConnector(options, await JsonClient.open(options, environment))
}
