import { describe, expect, it } from 'vitest'
import {
  incompleteRecords,
  lookalikes,
  promisingFields,
  type ResolverFile,
  recordTypeNames,
  resolverProblems,
  schemaFiles,
  schemaOf,
  undescribed,
} from '../support/house/schemaRules.ts'
import { sourceFiles } from '../support/house/sourceFile.ts'

const files = schemaFiles()
const schema = schemaOf(files)
const resolvers = await Promise.all(sourceFiles(/\.ts$/, 'resolvers').map(readResolvers))

async function readResolvers({ path, text }: { readonly path: string; readonly text: string }): Promise<ResolverFile> {
  const name = path.replace(/^resolvers\/(.*)\.ts$/, '$1')
  const module = (await import(`../../resolvers/${name}.ts`)) as Readonly<Record<string, ResolverFile['resolvers']>>
  return { path, lines: text.split('\n').length - 1, resolvers: module[name] ?? {} }
}

describe('the schema', () => {
  it('describes every type, field, argument, value and input field', () => {
    expect(undescribed(schema)).toEqual([])
  })

  it('promises no value for a governed field', () => {
    expect(recordTypeNames(schema)).toEqual(expect.arrayContaining(['Notice', 'Person', 'AssistanceRequest', 'Operation']))
    expect(promisingFields(schema)).toEqual([])
  })

  it('gives every record type its filter, order, connection and door', () => {
    expect(incompleteRecords(schema)).toEqual([])
  })

  it('has no two names that differ in case only', () => {
    expect(lookalikes(schema)).toEqual([])
  })

  it('has one short resolver file a noun, and every question has one answer', () => {
    expect(resolvers.length).toBeGreaterThan(5)
    expect(resolverProblems(resolvers, files)).toEqual([])
  })
})

/** A small schema in order, with `change` made to it. */
const small = (change: (text: string) => string = (text) => text) =>
  schemaOf([
    {
      path: 'schema/x.graphql',
      text: change(`
"The questions." type Query { "All." things("c" where: ThingFilter "m" match: ID "o" orderBy: [ThingOrder!] "n" first: Int "a" after: String): ThingConnection! }
"Followed." type Subscription { "All." thingsProgress("c" where: ThingFilter "m" match: ID "o" orderBy: [ThingOrder!] "n" first: Int "a" after: String): ThingConnection! }
"A record." interface Record { "Id." id: ID! }
"A thing." type Thing implements Record { "Id." id: ID! "Owner." owner: String "Colour." colour: Colour "Parts." parts: [Part!] "Day." day: Date }
"A day." scalar Date
"A part." type Part { "Name." name: String }
"Colours." enum Colour { "Red." RED }
"Conditions." input ThingFilter { "i" id: ID "o" owner: ID "c" colour: Colour "a" and: ID "o" or: ID "n" not: ID }
"A key." input ThingOrder { "f" field: ThingOrderField "d" direction: ID }
"Keys." enum ThingOrderField { "Day." DAY }
"A page." type ThingConnection { "e" edges: [ThingEdge] "n" nodes: [Thing] "p" pageInfo: ID "s" sources: ID "c" completeness: ID "t" totalCount: ID "f" facets: ID }
"Facets." enum ThingFacetField { "Owner." OWNER "Colour." COLOUR }
"A place." type ThingEdge { "c" cursor: ID "n" node: Thing }`),
    },
  ])

describe('the rules of the schema', () => {
  it('find nothing in a schema in order', () => {
    expect([...undescribed(small()), ...promisingFields(small()), ...incompleteRecords(small()), ...lookalikes(small())]).toEqual([])
  })

  it.each([
    ['"A part." type', 'type', 'Part'],
    ['"Colour." ', '', 'Thing.colour'],
    ['"c" where', 'where', 'Query.things(where)'],
    ['"Red."', '', 'Colour.RED'],
    ['"i" id', 'id', 'ThingFilter.id'],
    ['"A page." type', '" " type', 'ThingConnection'],
  ])('find a description that is missing: %s', (from, to, place) => {
    expect(undescribed(small((text) => text.replace(from, to)))).toEqual([`${place} has no description`])
  })

  it('find a governed field that promises a value, also inside a value object', () => {
    expect(promisingFields(small((text) => text.replace('colour: Colour "Parts."', 'colour: Colour! "Parts."')))).toEqual([
      expect.stringContaining('Thing.colour'),
    ])
    expect(promisingFields(small((text) => text.replace('name: String', 'name: String!')))).toEqual([expect.stringContaining('Part.name')])
  })

  it('find a record type that lacks a part, or has one too many', () => {
    const find = (from: string, to: string) => incompleteRecords(small((text) => text.replaceAll(from, to)))
    expect(find('"n" not: ID', '')).toEqual(['ThingFilter lacks not'])
    expect(find('"s" sources: ID', '')).toEqual(['ThingConnection lacks sources'])
    expect(find('"a" after: String', '')).toEqual(['Query of Thing lacks after'])
    expect(find('"c" colour: Colour "a"', '"s" shape: Colour "a"')).toEqual(['ThingFilter.shape is no field of Thing'])
    expect(find('"m" match: ID', '')).toEqual(['Query of Thing lacks match'])
    expect(find('thingsProgress("c" where: ThingFilter', 'thingsProgress("c" where: ID')).toEqual([
      'Subscription.thingsProgress is not asked as Query.things is',
    ])
    expect(find('thingsProgress', 'others')).toEqual(['Subscription lacks thingsProgress'])
    expect(find('"t" totalCount: ID', '')).toEqual(['ThingConnection lacks totalCount'])
    expect(find('"Owner." OWNER "Colour."', '"Colour."')).toEqual(['ThingFacetField lacks owner'])
    expect(find('"Colour." COLOUR', '"Parts." PARTS')).toEqual(['ThingFacetField has parts, which Thing cannot be divided by'])
    expect(find('day: Date', 'day: String')).toEqual(['ThingOrderField has day, which Thing cannot be sorted by'])
    expect(find('"Day." DAY', '"Parts." PARTS')).toEqual(['ThingOrderField has parts, which Thing cannot be sorted by'])
  })

  it('find names that differ in case only', () => {
    expect(
      lookalikes(small((text) => text.replace('"A part." type', '"A second." type THING { "x" x: ID }\n"A part." type'))),
    ).toHaveLength(1)
  })

  it('find doors that are too long, misplaced, missing or double', () => {
    const noun = [{ path: 'schema/thing.graphql', text: 'type Query { things: Int }\ntype Thing { a: Int }\n' }]
    const door = { path: 'resolvers/thing.ts', lines: 10, resolvers: { Query: { things: 1 }, Thing: { a: 1 } } }
    expect(resolverProblems([door], noun)).toEqual([])
    expect(resolverProblems([{ ...door, lines: 120 }], noun)).toHaveLength(1)
    expect(resolverProblems([{ ...door, path: 'resolvers/other.ts', resolvers: { Query: { things: 1 } } }], noun)).toHaveLength(1)
    expect(resolverProblems([{ ...door, resolvers: { ...door.resolvers, Part: { a: 1 } } }], noun)).toHaveLength(1)
    expect(resolverProblems([{ ...door, resolvers: {} }], noun)).toEqual(['Query.things is resolved by 0 files'])
    expect(resolverProblems([door, door], noun)).toEqual(['Query.things is resolved by 2 files'])
  })
})
