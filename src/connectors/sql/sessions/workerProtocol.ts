/** What the session asks its thread. */
export type WorkerRequest =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly close: true }

/** What the thread answers. `code` and `words` are the database's own; `opening` when the database could not be opened at all. */
export type WorkerReply =
  /** The database is open: what takes time from now on is the statement. */
  | { readonly opened: true }
  | { readonly id: number; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly id: number; readonly code: string; readonly words: string; readonly opening: boolean }

/** What a thread is started with. */
export interface WorkerStart {
  /** The database file or folder. */
  readonly path: string
  /** One word: the id of the statement to give up, or 0. */
  readonly abandoned: SharedArrayBuffer
}

/** The database's own code of an error: SQLite's number, Postgres's five characters. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('errcode' in error) return String(error.errcode)
  return 'code' in error ? String(error.code) : ''
}

/** The error's own words, for the debug log. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
