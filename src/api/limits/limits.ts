/** What one operation, and one person, may ask for at most. Static: none of it depends on what is found, so a refusal tells nothing of the data. */
export const limits = {
  /** Lexical tokens of the document. */
  tokens: 2000,
  /** Levels of fields, fragments expanded; introspection is bounded by graphql-js's own rule. */
  depth: 10,
  /** Aliases in the document. */
  aliases: 50,
  /** Directives in the document. */
  directives: 50,
  /** Fragment spreads and inline fragments in the document. Validation compares them in pairs. */
  spreads: 100,
  /** Fields after expanding fragments. */
  fields: 1500,
  /** Fields asked for again beside themselves, fragments expanded. Validation compares them in pairs. */
  repeats: 100,
  /** Fields times page sizes. */
  cost: 100_000,
  /** Counts and facets in an operation: each may read everything that its question finds. */
  counts: 10,
  /** What one hit check costs beside its fields: it asks every bureau and takes a quarter of a second, and several are carried out one after the other. */
  hitCheck: 11_000,
  /** What one search for people costs beside its fields: every bureau looks somebody up, and the hub scores whom they find. */
  search: 11_000,
  /** What setting a watch costs beside its fields: it asks every bureau for all that satisfies it. */
  createWatch: 11_000,
  /** Records on a page. */
  page: 100,
  /** Values in the variables, lists and objects included. */
  values: 2000,
  /** Levels of lists and objects in the variables. */
  nesting: 16,
  /** Event streams that one person has open at a node: one fewer than a browser's connections to it. */
  streamsPerPerson: 5,
  /** Event streams that a node has open. */
  streams: 6000,
  /** Sockets that one person has open at a node: a page needs one. */
  socketsPerPerson: 10,
  /** Sockets that a node has open. */
  sockets: 10_000,
  /** Bytes of a message on a socket, as many as of a request's body. */
  socketMessage: 256 * 1024,
  /** Operations that go on at a time on one socket. */
  operationsPerSocket: 64,
  /** Subscriptions that one person follows on sockets at a node. */
  subscriptionsPerPerson: 128,
  /** Subscriptions that are followed on sockets at a node. */
  subscriptions: 20_000,
} as const
