#!/usr/bin/env node
// The program needs Node 24; the `node` that starts it may be older. This file runs on any Node since 14 and only finds the right one:
// the one it is running on, or the one that npm installed beside it (an optional dependency, chosen by system and processor).
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24
const windows = process.platform === 'win32'

if (process.env.npm_lifecycle_event) stopWithShell()
if (Number(process.versions.node.split('.')[0]) >= needed) {
  if (process.channel) stopWithLauncher()
  import('../src/cli/comity.ts').catch(fail)
} else {
  const packaged = packagedNode()
  if (packaged === null) refuse()
  else launch(packaged)
}

/** The packaged Node's program file; null when npm installed none for this system, or when it is the very one that runs this. */
function packagedNode() {
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const file = realpathSync(join(folder, 'bin', windows ? 'node.exe' : 'node'))
    return file === realpathSync(process.execPath) ? null : file
  } catch {
    return null
  }
}

/** Runs this file again under `node` and ends as it ends. */
function launch(node) {
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // In a process group of its own the child hears Ctrl-C from us alone. npm, the shell and the terminal may each send one.
    detached: !windows,
  })
  child.on('error', refuse)
  const heard = new Map()
  const forward = (signal) => {
    const now = Date.now()
    const again = now - (heard.get(signal) || 0) < 1000
    if (!again) heard.set(signal, now)
    if (!again && !windows) child.kill(signal)
  }
  const signals = windows ? ['SIGINT', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']
  for (const signal of signals) process.on(signal, forward)
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of signals) process.off(name, forward)
    process.kill(process.pid, signal)
  })
}

/** A launcher that is killed outright cannot pass that on; its end of the channel closes, and the program stops in order. */
function stopWithLauncher() {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

/** When npm is told to end, it ends the shell between itself and us and says nothing to us: our parent is suddenly another. */
function stopWithShell() {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

function refuse() {
  const system = `${process.platform} ${process.arch}`
  process.stderr.write(`Comity needs Node ${needed} or later: this is ${process.version}, and none came with the packages for ${system}.\n`)
  process.exit(1)
}

function fail(error) {
  process.stderr.write(`${error?.stack || error}\n`)
  process.exit(1)
}
