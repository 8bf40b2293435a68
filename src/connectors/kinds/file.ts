import { resolve } from 'node:path'
import type { Connector } from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import { FileConnector } from '../file/fileConnector.ts'
import { type FileOptions, fileOptionsSchema } from '../file/fileOptions.ts'

/** Options of kind `file`. */
export const optionsSchema = fileOptionsSchema

/** Opens a connector to a folder. */
export async function open(options: FileOptions, environment: ConnectorEnvironment): Promise<Connector> {
  return new FileConnector({ ...options, folder: resolve(environment.folder, options.folder) }, environment.log ?? (() => {}))
}
