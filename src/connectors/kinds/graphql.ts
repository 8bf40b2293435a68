import type { Connector } from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import { GraphqlConnector } from '../graphql/graphqlConnector.ts'
import { type GraphqlOptions, graphqlOptionsSchema } from '../graphql/graphqlOptions.ts'
import { JsonClient } from '../http/jsonClient.ts'

/** Options of kind `graphql`. */
export const optionsSchema = graphqlOptionsSchema

/** Opens a connector to a GraphQL endpoint. */
export async function open(options: GraphqlOptions, environment: ConnectorEnvironment): Promise<Connector> {
  return new GraphqlConnector(options, await JsonClient.open(options, environment))
}
