/** Something the hub could not do, as it says so. */
export class HubProblem extends Error {
  override readonly name = 'HubProblem'
  /** A code of the hub's table of errors. */
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** The errors of a GraphQL answer. */
export function problemsOf(answer: object): readonly HubProblem[] {
  const { errors } = answer as { readonly errors?: unknown }
  return Array.isArray(errors) ? errors.map(problemOf) : []
}

/** Whatever was thrown, as a problem to show. */
export function asProblem(thrown: unknown): HubProblem {
  if (thrown instanceof HubProblem) return thrown
  if (thrown instanceof TypeError) return new HubProblem('The hub cannot be reached.', 'NO_ANSWER')
  return new HubProblem(thrown instanceof Error ? thrown.message : 'Something failed at the desk.', 'NO_ANSWER')
}

function problemOf(error: unknown): HubProblem {
  const { message, extensions } = error as { readonly message?: unknown; readonly extensions?: Readonly<Record<string, unknown>> }
  const code = extensions?.['code']
  return new HubProblem(typeof message === 'string' ? message : 'The hub says nothing more.', typeof code === 'string' ? code : 'UNKNOWN')
}
