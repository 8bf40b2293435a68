import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLSchema } from 'graphql'

/** A schema for tests of what carries answers: `ticks` gives as many items as are asked for, each when it is asked for; `waits` gives none, until it is told to end. */
export function tickSchema() {
  const seen = { pulled: 0, open: 0, opened: 0 }
  const signals: AbortSignal[] = []
  async function* ticks(_parent: unknown, { count, size }: { readonly count: number; readonly size: number }) {
    seen.open++
    seen.opened++
    try {
      for (let n = 1; n <= count; n++) {
        seen.pulled++
        yield { ticks: `${n} ${'x'.repeat(size)}` }
      }
    } finally {
      seen.open--
    }
  }
  async function* waits(_parent: unknown, _args: unknown, { call }: { readonly call: () => { readonly signal: AbortSignal } }) {
    seen.open++
    seen.opened++
    const { signal } = call()
    signals.push(signal)
    try {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      yield { waits: 'the last' }
    } finally {
      seen.open--
    }
  }
  const schema = makeExecutableSchema({
    typeDefs: `
      type Query { hello: String! }
      type Mutation { change: String! }
      type Subscription { ticks(count: Int! = 3, size: Int! = 0): String! waits: String! }`,
    resolvers: {
      Query: { hello: () => 'hello' },
      Mutation: { change: () => 'changed' },
      Subscription: { ticks: { subscribe: ticks }, waits: { subscribe: waits } },
    },
  })
  if (!(schema instanceof GraphQLSchema)) throw new Error('two copies of graphql-js')
  return {
    schema,
    /** Items that were made; subscriptions that go on; and that were begun. */
    seen,
  }
}
