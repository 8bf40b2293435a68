/** A package as `package-lock.json` tells of it. */
export interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** What the rules read of `package-lock.json`. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** What the rules read of `package.json`. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Packages whose install script may be left out: what it does, and why nobody needs it. */
const needlessScripts: Readonly<Record<string, string>> = {
  '@apollo/protobufjs': 'warns about the way its own version is written in a manifest',
  protobufjs: 'the same',
  fsevents: 'builds a file watcher for macOS; a file watcher is used by no command here',
}

/** Versions that are not pinned to one. */
export function pinProblems(manifest: Manifest): readonly string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  return Object.entries(all).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name} is "${version}": pin one version`],
  )
}

/** What is wrong with a lock file. */
export function lockProblems(lock: Lock, manifest: Manifest): readonly string[] {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const differing = Object.entries(wanted).flatMap(([name, version]) =>
    lock.packages[`node_modules/${name}`]?.version === version ? [] : [`${name} is locked to another version than package.json asks for`],
  )
  const each = Object.entries(lock.packages).flatMap(([path, entry]) => (path === '' ? [] : packageProblems(path, entry, lock)))
  return [...differing, ...each]
}

/** How many packages an installation without development packages has, on the system with the most. */
export function runtimePackages(lock: Lock): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) => (path === '' || entry.dev || entry.devOptional ? [] : [nameOf(path)]))
}

/** Licences under which the hub may be handed on with its packages: none asks more than to be named. */
const licences = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'])

/** Packages at run time whose licence is none of those that are known to fit. */
export function licenceProblems(lock: Lock): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, { license = 'none', dev, devOptional }]) => {
    if (path === '' || dev === true || devOptional === true) return []
    const all = license.replace(/[()]/g, '').split(' AND ')
    return all.every((one) => licences.has(one)) ? [] : [`${nameOf(path)} is under ${license}`]
  })
}

/** Packages that package.json asks for at run time and that a page does not give a reason for, and the other way round. */
export function reasonProblems(manifest: Manifest, page: string): readonly string[] {
  const asked = new Set(Object.keys(manifest.dependencies ?? {}))
  const told = new Set([...page.matchAll(/^\| `([^`]+)` \| \S/gm)].map((match) => match[1] ?? ''))
  return [
    ...[...asked].filter((name) => !told.has(name)).map((name) => `${name} is there without a reason`),
    ...[...told].filter((name) => !asked.has(name)).map((name) => `${name} has a reason and is not there`),
  ]
}

function packageProblems(path: string, entry: LockedPackage, lock: Lock): readonly string[] {
  const name = nameOf(path)
  const address = entry.resolved === undefined ? [] : [`${name} names the address it came from`]
  // What no system here installs could not be fetched when the versions were locked, and is verified by npm's own signature alone.
  const unverified = entry.integrity === undefined && entry.optional !== true ? [`${name} has no checksum`] : []
  const script =
    entry.hasInstallScript === true && needlessScripts[name] === undefined ? [`${name} runs a script when it is installed`] : []
  // `npm ci` refuses a lock that leaves out a system's build of a package, on every system.
  const builds = Object.keys(entry.optionalDependencies ?? {}).filter((build) => !isLocked(build, path, lock))
  return [...address, ...unverified, ...script, ...builds.map((build) => `${name} needs ${build} on some systems, and it is not locked`)]
}

function isLocked(name: string, from: string, lock: Lock): boolean {
  const parents = [from, ...[...from.matchAll(/\/node_modules\//g)].map((match) => from.slice(0, match.index)).reverse(), '']
  return parents.some((parent) => lock.packages[`${parent === '' ? '' : `${parent}/`}node_modules/${name}`] !== undefined)
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
