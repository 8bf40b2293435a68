// Composes subgraphs into a supergraph: reads [{ name, url, sdl }] from the first file, writes the SDL to the second.
import { readFileSync, writeFileSync } from 'node:fs'
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

const [from, to] = process.argv.slice(2)
const subgraphs = JSON.parse(readFileSync(from, 'utf8'))
const { supergraphSdl, errors } = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })))
if (supergraphSdl === undefined) throw new Error(errors.map((error) => error.message).join('\n'))
writeFileSync(to, supergraphSdl)
