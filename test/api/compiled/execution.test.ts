import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLScalarType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { bothAnswer } from './bothExecutors.ts'

/** After the execution tests of graphql-js: executor, lists, nonnull, directives, variables, union-interface, abstract, mutations left out. */
const schema = makeExecutableSchema({
  typeDefs: `
    scalar Day
    enum Color { RED BLUE }
    interface Named { name: String }
    interface Pet implements Named { name: String, owner: Person! }
    type Dog implements Named & Pet { name: String, owner: Person!, barks: Boolean }
    type Cat implements Named & Pet { name: String, owner: Person!, meows: Boolean!, lives: Int }
    union Animal = Dog | Cat
    type Person implements Named { name: String, pets: [Pet], friends: [Person!], born: Day, color: Color, self: Person!, must: String!, height: Float, id: ID, count: Int }
    input Range { from: Int = 1, to: Int }
    type Query {
      person: Person
      none: Person
      animals: [Animal!]
      named: [Named]
      lazy: Person
      echo(text: String, range: Range, ids: [ID!], color: Color = RED, day: Day): String
      must(isNull: Boolean): String!
      fails: String
      failsLater: String
      failsForAll: [Person]
      broken: Person
      nested: [[Int]]
      nestedMust: [[Int!]!]
      nestedPeople: [[Person!]]
      listOf(kind: String!): [Int]
      listMust(kind: String!): [Int!]
      listMustMust(kind: String!): [Int!]!
      badInt: Int
      badColor: Color
      badBoolean: Boolean
      badFloat: Float
      badText: String
      badDay: Day
      errorAsValue: String
      errorsInList: [String]
      noList: [Int]
      text: String!
      a: Person
      b: Person
      count: Int
      deep: Person
    }
  `,
  resolvers: {
    Day: new GraphQLScalarType({
      name: 'Day',
      serialize: (value) => {
        if (value === 'never') throw new TypeError('no such day')
        return value === 'nothing' ? undefined : value
      },
      parseValue: (value) => `parsed ${String(value)}`,
    }),
    Animal: { __resolveType: ({ kind }: { kind: string }) => kind },
    Named: { __resolveType: ({ kind }: { kind: string }) => kind },
    Pet: { __resolveType: ({ kind }: { kind: string }) => kind },
    Person: {
      must: ({ must }: { must?: string | null }) => (must === 'later' ? Promise.reject(new Error('later')) : must),
      self: (one: unknown) => Promise.resolve(one),
    },
    Query: {
      person: () => ann(),
      none: () => null,
      animals: async () => [rex(), tom()],
      named: () => [rex(), tom(), ann(), null, { kind: 'Nobody' }],
      lazy: async () => ({ ...ann(), name: () => Promise.resolve('lazy Ann') }),
      echo: (_: unknown, args: unknown) => JSON.stringify(args),
      must: (_: unknown, { isNull }: { isNull?: boolean }) => (isNull === true ? null : 'there'),
      fails: () => {
        throw new Error('at once')
      },
      failsLater: async () => {
        throw new Error('later on')
      },
      broken: async () => {
        throw new Error('no object')
      },
      failsForAll: () => [
        { ...ann(), must: null },
        { ...ann(), must: 'here' },
        { ...ann(), must: 'later' },
      ],
      nested: () => [[1, 2], [], null, [null]],
      nestedMust: () => [[1, 2], [3, null], [4]],
      nestedPeople: () => [
        [
          { ...ann(), must: null },
          { ...ann(), name: 'A' },
        ],
        [{ ...ann(), name: 'B', must: 'x' }],
      ],
      listOf: (_: unknown, { kind }: { kind: string }) => listThatIs(kind),
      listMust: (_: unknown, { kind }: { kind: string }) => listThatIs(kind),
      listMustMust: (_: unknown, { kind }: { kind: string }) => listThatIs(kind),
      badInt: () => 1.5,
      badColor: () => 'GREEN',
      badBoolean: () => 'yes',
      badFloat: () => Number.NaN,
      badText: () => ({}),
      badDay: () => 'never',
      errorAsValue: () => new Error('given back'),
      errorsInList: () => ['a', new Error('in the list'), 'c'],
      noList: () => 7,
      text: () =>
        `${'quote " backslash \\ line \n nul \u0000 lone \ud800 pair \ud83d\ude00 separators \u2028\u2029 '}${'long '.repeat(40)}`,
      a: () => ann(),
      b: () => Promise.resolve(ann()),
      count: () => -0,
      deep: () => ann(),
    },
  },
})

function ann(): Record<string, unknown> {
  return {
    kind: 'Person',
    name: 'Ann',
    pets: [rex(), tom(), null],
    friends: [],
    born: '1980',
    color: 'BLUE',
    must: 'yes',
    height: 1.7,
    id: 7,
    count: '5',
  }
}
const owner = () => ({ kind: 'Person', name: 'Odo', must: 'yes' })
const rex = () => ({ kind: 'Dog', name: 'Rex', barks: true, owner: owner() })
const tom = () => ({ kind: 'Cat', name: 'Tom', meows: false, lives: 9, owner: owner() })

function listThatIs(kind: string): unknown {
  if (kind === 'later') return Promise.resolve([1, null])
  if (kind === 'broken') return Promise.reject(new Error('no list'))
  return { full: [1, 2], holes: [1, null, 2], none: null, bad: [1, 'x', 3], empty: [] }[kind]
}

describe('a plan answers as graphql-js does', () => {
  it.each([
    [
      'fields, aliases and merged selections',
      '{ person { name alias: name ...F } person { born } } fragment F on Person { color friends { name } }',
    ],
    ['the order of the answer', '{ b { name born } count a { born name } ... { b { color } } }'],
    ['functions and promises as values', '{ lazy { name self { self { name } } } a { self { name } } b { name } }'],
    ['nulls and empty lists', '{ none { name } person { friends { name } pets { name } } }'],
    ['unions', '{ animals { __typename ... on Dog { barks owner { name } } ... on Cat { meows lives } } }'],
    [
      'interfaces in interfaces',
      '{ person { pets { __typename name owner { name self { must } } ... on Named { name } ... on Pet { owner { must } } ... on Dog { barks } } } }',
    ],
    ['the type of the root', '{ __typename t: __typename }'],
    ['scalars', '{ person { born color height id count } count }'],
    ['texts that need escapes', '{ text }'],
    [
      'aliases that look like code',
      '{ __proto__: count constructor: count toString: text hasOwnProperty: a { __proto__: name valueOf: born } }',
    ],
    ['fields that fail at once and later', '{ a { name } fails failsLater b { name } }'],
    ['values that no scalar takes', '{ badInt badColor badBoolean badFloat badText badDay count }'],
    ['errors as values', '{ errorAsValue errorsInList noList }'],
    ['a required field that is null', '{ must(isNull: true) a { name } }'],
    ['a required field that is there', '{ must(isNull: false) }'],
    ['null that rises to the next that may be null', '{ failsForAll { name must } }'],
    ['null that rises in nested lists', '{ nested nestedMust nestedPeople { name must self { name must } } }'],
    [
      'what was read stays with its own parent',
      '{ nestedPeople { must self { name self { must name } } } failsForAll { must self { must self { name } } } }',
    ],
    [
      'arguments and their defaults',
      '{ echo a1: echo(text: "x", range: {}) a2: echo(range: { from: 5, to: 6 }, ids: ["a", 2]) a3: echo(color: BLUE, day: "2026") a4: echo(text: null) }',
    ],
    ['an empty selection, all of it skipped', '{ a @skip(if: true) { name } person { name @include(if: false) } }'],
    [
      'fragments that are met twice',
      '{ a { ...F ...F ... { ...F } } } fragment F on Person { name self { ...G } } fragment G on Named { name }',
    ],
    [
      'directives on fragments',
      '{ a { ... @include(if: false) { name } ...F @skip(if: true) born ... @include(if: true) { color } } } fragment F on Person { count }',
    ],
  ])('%s', async (_, source) => {
    expect(await bothAnswer({ schema, source })).toMatchObject({ hot: true, reasons: [] })
  })

  it.each(['full', 'holes', 'none', 'later', 'broken', 'bad', 'empty'])(
    'a list that is %s, with and without required members',
    async (kind) => {
      const source = (field: string) => `query ($kind: String!) { ${field}(kind: $kind) count }`
      for (const field of ['listOf', 'listMust', 'listMustMust']) {
        expect((await bothAnswer({ schema, source: source(field), variables: { kind } })).hot).toBe(true)
      }
    },
  )

  it('a type that is none of the possible ones, but for the words', async () => {
    const source = '{ named { __typename name ... on Person { born } ... on Pet { owner { name } } } }'
    expect(await bothAnswer({ schema, source, words: false })).toMatchObject({ hot: true })
  })

  it('variables: given, by default, null, and left out', async () => {
    const source =
      'query ($t: String = "d", $r: Range, $i: [ID!] = ["x"], $c: Color, $d: Day) { echo(text: $t, range: $r, ids: $i, color: $c, day: $d) }'
    for (const variables of [
      {},
      { t: null },
      { t: 'x', r: { to: 3 }, i: 'one', c: 'BLUE', d: 5 },
      { c: null, r: null, i: null },
      { extra: 1 },
    ]) {
      const { hot, errors } = await bothAnswer({ schema, source, variables })
      expect({ hot, errors }).toEqual({ hot: true, errors: [] })
    }
  })

  it('variables that are wrong: graphql-js words it', async () => {
    const source = 'query ($r: Range!, $i: [ID!]) { echo(range: $r, ids: $i) }'
    for (const variables of [{}, { r: 5 }, { r: { from: 'x', none: 1 } }, { r: {}, i: [null] }]) {
      const { hot, errors } = await bothAnswer({ schema, source, variables })
      expect(hot).toBe(false)
      expect(errors.length).toBeGreaterThan(0)
    }
  })

  it('a variable that is wanted by an argument and is null', async () => {
    const source = 'query ($kind: String = "full") { listOf(kind: $kind) count a { name } }'
    expect((await bothAnswer({ schema, source, variables: { kind: null } })).errors).toHaveLength(1)
    expect((await bothAnswer({ schema, source })).errors).toHaveLength(0)
  })

  it('conditions by variables, each set with a plan of its own', async () => {
    const source =
      'query ($x: Boolean!, $y: Boolean = true) { a { name @include(if: $x) born @skip(if: $x) ...F @include(if: $y) } } fragment F on Person { color }'
    for (const x of [true, false]) {
      for (const more of [{ y: true }, { y: false }, {}])
        expect((await bothAnswer({ schema, source, variables: { x, ...more } })).hot).toBe(true)
    }
  })

  it('a condition that is null: graphql-js words it, and it is counted', async () => {
    const source = 'query ($y: Boolean = true) { a { name @include(if: $y) } count }'
    expect(await bothAnswer({ schema, source, variables: { y: null } })).toMatchObject({ hot: false, reasons: ['condition'] })
    expect(await bothAnswer({ schema, source })).toMatchObject({ hot: true, reasons: [] })
  })

  it('one of several operations', async () => {
    const source = 'query A { a { name } } query B($x: Boolean!) { b { name @skip(if: $x) born } }'
    expect((await bothAnswer({ schema, source, operationName: 'A' })).data).toContain('Ann')
    expect((await bothAnswer({ schema, source, operationName: 'B', variables: { x: true } })).data).not.toContain('name')
  })

  it('introspection: left to graphql-js, and counted', async () => {
    expect(await bothAnswer({ schema, source: '{ __schema { queryType { name } } }' })).toMatchObject({
      hot: false,
      reasons: ['introspection'],
    })
    expect(await bothAnswer({ schema, source: '{ __type(name: "Dog") { name } a { name } }' })).toMatchObject({
      hot: false,
      reasons: ['introspection'],
    })
  })

  it('a resolver that the same object meets twice is asked once', async () => {
    let asked = 0
    const shared = { name: 'shared' }
    const counting = makeExecutableSchema({
      typeDefs: 'type Query { all: [One] } type One { name: String, slow: String }',
      resolvers: {
        Query: { all: () => [shared, shared, { name: 'other' }] },
        One: { slow: async ({ name }: { name: string }) => `${name} ${asked++}` },
      },
    })
    const { CompiledQueries } = await import('../../../src/api/compiled/compiledQueries.ts')
    const { parse } = await import('graphql')
    const { data } = await new CompiledQueries({ schema: counting }).execute(parse('{ all { slow name } }'), {
      hash: 'h',
      operationName: null,
      variables: null,
      contextValue: {} as never,
    })
    expect(JSON.stringify(data)).toBe(
      '{"all":[{"slow":"shared 0","name":"shared"},{"slow":"shared 0","name":"shared"},{"slow":"other 1","name":"other"}]}',
    )
  })
})

describe('a required field of the root that fails', () => {
  it('ends the answer at once, whatever else is being read', async () => {
    const never = makeExecutableSchema({
      typeDefs: 'type Query { slow: String, fails: Int!, also: Int }',
      resolvers: {
        Query: {
          slow: () => new Promise(() => {}),
          fails: async () => {
            throw new Error('no')
          },
          also: () => {
            throw new Error('neither')
          },
        },
      },
    })
    const { data, errors } = await bothAnswer({ schema: never, source: '{ slow fails also }' })
    expect({ data, errors: errors.length }).toEqual({ data: 'null', errors: 2 })
  })
})
