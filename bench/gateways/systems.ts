import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withServer } from '../contestant.ts'
import { writeBureauFiles } from './bureauFiles.ts'
import { subgraphSchema } from './sourceSchema.ts'

/** Codes of the twenty sources. */
export const codes = [...'ABCDEFGHIJKLMNOPQRST'].map((letter) => `X${letter}`)

/** The twenty sources in two processes, and what contestants need to find them. */
export interface Systems {
  /** URL by code. */
  readonly urls: ReadonlyMap<string, string>
  /** Folder of bureaus, for Comity. */
  readonly bureaus: string
  /** File of the supergraph, for gateways. */
  readonly supergraph: string
}

/** Starts the sources, writes files about them below `folder`, hands both to `work`, and stops the sources. */
export function withSystems<T>(folder: string, work: (systems: Systems) => Promise<T>): Promise<T> {
  const half = codes.length / 2
  return withSources(codes.slice(0, half), (first) =>
    withSources(codes.slice(half), (second) => {
      const urls = new Map([...first, ...second])
      const bureaus = join(folder, 'bureaus')
      writeBureauFiles(bureaus, urls)
      return work({ urls, bureaus, supergraph: composed(folder, urls) })
    }),
  )
}

/** Makes sources hang while `work` runs. */
export async function whileHanging<T>(urls: readonly string[], work: () => Promise<T>): Promise<T> {
  const tell = (method: string) => Promise.all(urls.map((url) => fetch(new URL('/hang', url), { method })))
  await tell('PUT')
  try {
    return await work()
  } finally {
    await tell('DELETE')
  }
}

function withSources<T>(some: readonly string[], work: (urls: readonly [string, string][]) => Promise<T>): Promise<T> {
  const args = [join(import.meta.dirname, 'sources.ts'), new Date().toISOString().slice(0, 10), ...some]
  return withServer({ args, environment: {}, ready: /ready (\{.*\})/ }, (printed) =>
    work(Object.entries(JSON.parse(printed) as Record<string, string>)),
  )
}

function composed(folder: string, urls: ReadonlyMap<string, string>): string {
  const [from, to] = [join(folder, 'subgraphs.json'), join(folder, 'supergraph.graphql')]
  const subgraphs = [...urls].map(([code, url]) => ({ name: code.toLowerCase(), url, sdl: subgraphSchema(code.toLowerCase()) }))
  writeFileSync(from, JSON.stringify(subgraphs))
  execFileSync(process.execPath, [join(import.meta.dirname, 'composeSupergraph.js'), from, to], { stdio: 'inherit' })
  return to
}
