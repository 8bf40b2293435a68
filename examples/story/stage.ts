/** How a chapter is played: officers ask the hub, and what each side sees is told. */
export interface Stage {
  /** Asks as one of the cast; gives the data. Throws with the code of an error. */
  ask(who: string, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>
  /** The code and message of the error that comes of a question. */
  refused(
    who: string,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly code: string; readonly message: string }>
  /** A line of the story. */
  tell(line: string): void
  /** What somebody sees. */
  sees(who: string, what: string): void
}

/** Data of an answer, as the story reads it. */
// biome-ignore lint/suspicious/noExplicitAny: a story reads what it has asked for a line before.
export type Answer = any

/** A name for each act, once only. */
export function named(): () => string {
  const run = Date.now().toString(36)
  let count = 0
  return () => `story-${run}-${++count}`
}
