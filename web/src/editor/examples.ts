const documents = import.meta.glob<string>('./examples/*.graphql', { query: '?raw', import: 'default', eager: true })

/** The example queries, one tab each, in the order of their file names. */
export const examples: readonly { readonly query: string }[] = Object.keys(documents)
  .sort()
  .map((file) => ({ query: documents[file] ?? '' }))
