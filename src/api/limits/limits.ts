/** What one operation may ask for at most. Static: none of it depends on what is found, so a refusal tells nothing of the data. */
export const limits = {
  /** Lexical tokens of the document. */
  tokens: 2000,
  /** Levels of fields, fragments expanded; introspection is bounded by graphql-js's own rule. */
  depth: 15,
  /** Aliases in the document. */
  aliases: 50,
  /** Directives in the document. */
  directives: 50,
  /** Fields after expanding fragments. */
  fields: 1500,
  /** Fields times page sizes. */
  cost: 100_000,
} as const
