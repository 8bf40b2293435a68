import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Lock,
  licenceProblems,
  lockProblems,
  type Manifest,
  pinProblems,
  reasonProblems,
  runtimePackages,
} from '../support/house/lockRules.ts'
import { root } from '../support/house/sourceFile.ts'

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
const manifest = read('package.json') as Manifest
const lock = read('package-lock.json') as Lock
/** Of what benchmarks install for themselves. */
const peers = ['bench/gateways', 'bench/alerts/pubsub'].map((folder) => ({
  manifest: read(`${folder}/package.json`) as Manifest,
  lock: read(`${folder}/package-lock.json`) as Lock,
}))

/**
 * Every package that runs with police data is one that somebody has to trust. Half of today's come with Apollo Server, which brings Express
 * along; the bound lets an update shift a few and stops the next framework. Four of them come with metrics (docs/decisions/026-metrics.md).
 */
const mostRuntimePackages = 214

describe('dependencies', () => {
  it('are pinned to one version each', () => {
    expect([manifest, ...peers.map((one) => one.manifest)].flatMap(pinProblems)).toEqual([])
  })

  it('are locked for every system, with checksums, without addresses and without install scripts', () => {
    expect(lockProblems(lock, manifest)).toEqual([])
    for (const one of peers) expect(lockProblems(one.lock, one.manifest)).toEqual([])
  })

  it(`are at most ${mostRuntimePackages} at run time (${runtimePackages(lock).length} now)`, () => {
    expect(runtimePackages(lock).length).toBeLessThanOrEqual(mostRuntimePackages)
  })
})

describe('dependencies at run time', () => {
  it('are under licences that let the hub be handed on', () => {
    expect(licenceProblems(lock)).toEqual([])
  })

  it('each have their reason in docs/dependencies.md', () => {
    expect(reasonProblems(manifest, readFileSync(join(root, 'docs/dependencies.md'), 'utf8'))).toEqual([])
  })
})

describe('the rules of dependencies', () => {
  it('name a licence that binds, or none, and not that of a tool', () => {
    const packages = {
      'node_modules/a': { license: 'GPL-3.0-only' },
      'node_modules/b': {},
      'node_modules/c': { license: '(MIT AND ISC)' },
      'node_modules/d': { license: 'GPL-3.0-only', dev: true },
    }
    expect(licenceProblems({ packages })).toEqual(['a is under GPL-3.0-only', 'b is under none'])
  })

  it('name what has no reason, and a reason for what is gone', () => {
    expect(reasonProblems({ dependencies: { a: '1.0.0' } }, '| `b` | does it |')).toEqual([
      'a is there without a reason',
      'b has a reason and is not there',
    ])
  })

  const entry = { version: '1.0.0', integrity: 'sha512-x' }
  const check = (packages: Lock['packages'], wanted: Manifest = {}) => lockProblems({ packages }, wanted)

  it.each(['^1.0.0', '~1.0.0', '*', 'latest', '1.x', 'file:../a', 'https://example.org/a.tgz'])('refuse %s as a version', (version) => {
    expect(pinProblems({ dependencies: { a: version } })).toHaveLength(1)
  })

  it('find an address, a missing checksum, an install script, a missing build and another version', () => {
    expect(check({ 'node_modules/a': { ...entry, resolved: 'https://example.org/a.tgz' } })).toEqual(['a names the address it came from'])
    expect(check({ 'node_modules/a': { version: '1.0.0' } })).toEqual(['a has no checksum'])
    expect(check({ 'node_modules/a': { ...entry, hasInstallScript: true } })).toEqual(['a runs a script when it is installed'])
    expect(check({ 'node_modules/a': { ...entry, optionalDependencies: { 'a-mac': '1.0.0' } } })).toHaveLength(1)
    expect(check({ 'node_modules/a': entry }, { dependencies: { a: '2.0.0' } })).toHaveLength(1)
    expect(check({ 'node_modules/a': entry }, { dependencies: { a: '1.0.0' } })).toEqual([])
  })

  it('find a build beside the package that wants it, or above', () => {
    const wants = { ...entry, optionalDependencies: { c: '1.0.0' } }
    expect(check({ 'node_modules/a/node_modules/b': wants, 'node_modules/c': entry })).toEqual([])
    expect(check({ 'node_modules/a/node_modules/b': wants, 'node_modules/a/node_modules/c': entry })).toEqual([])
    expect(check({ 'node_modules/a/node_modules/b': wants, 'node_modules/d/node_modules/c': entry })).toHaveLength(1)
  })

  it('count what runs, not what builds', () => {
    const packages = { '': {}, 'node_modules/a': entry, 'node_modules/b': { ...entry, dev: true }, 'node_modules/@x/c': entry }
    expect(runtimePackages({ packages })).toEqual(['a', '@x/c'])
  })
})
