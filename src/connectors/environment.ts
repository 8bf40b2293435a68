/** What a connector is opened with, besides its options. */
export interface ConnectorEnvironment {
  /** The bureau's folder: relative paths in options start here. */
  readonly folder: string
  /** Told in words what happened, never with values of records. Default: nobody is told. */
  readonly log?: (level: 'debug' | 'info' | 'warn', message: string) => void
}
