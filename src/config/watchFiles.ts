import { type FSWatcher, statSync, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How files are watched. */
export interface WatchOptions {
  /** Files that need not exist. Asked anew at each look: there may be others by then. */
  readonly files: () => readonly string[]
  /** Folders besides those of the files in which others may appear. Default: none. */
  readonly folders?: readonly string[]
  /** Called when something about the files has changed and then rested. Never twice at a time; when it rejects it is called again after the next look. */
  readonly onChange: () => Promise<void>
  /** How long files must have been left alone, in milliseconds: a file that is being written shall not be read. Default 200. */
  readonly restMs?: number
  /** How often to look without having been told, in milliseconds: not every file system tells. Default 5000. */
  readonly pollMs?: number
}

/** A watch that goes on until it is closed. */
export interface Watch {
  /** Ends it; resolves when `onChange` no longer runs and never will again. */
  close(): Promise<void>
}

/** Watches files, by the system's notifications and by looking at them from time to time. The first look always counts as a change. */
export function watchFiles({ files, folders = [], onChange, restMs = 200, pollMs = 5000 }: WatchOptions): Watch {
  /** As the files were when they were last acted upon; null when they must be. */
  let known: string | null = null
  let looking: Promise<void> | null = null
  let again = false
  const closing = new AbortController()
  const watchers = new Map<string, FSWatcher>()

  /** Listens where there are files now. A folder in the place of another is another one, and so is watched anew. */
  function listen(): void {
    if (closing.signal.aborted) return
    const wanted = new Map([...folders, ...files().map((file) => dirname(file))].map((folder) => [`${folder} ${inodeOf(folder)}`, folder]))
    for (const [key, watcher] of watchers) if (!wanted.has(key)) stop(key, watcher)
    for (const [key, folder] of wanted) if (!watchers.has(key)) listenTo(key, folder)
  }

  /** Not where the system cannot: then there is the look from time to time. The folder is watched, since a file that is replaced is another one. */
  function listenTo(key: string, folder: string): void {
    try {
      const watcher = watch(folder, onHint)
      watcher.on('error', () => stop(key, watcher))
      watchers.set(key, watcher)
    } catch {}
  }

  function stop(key: string, watcher: FSWatcher): void {
    watcher.close()
    watchers.delete(key)
  }

  async function look(): Promise<void> {
    do {
      again = false
      listen()
      const seen = await stampOf(files())
      if (seen === known) continue
      await rested(restMs, closing.signal)
      if (closing.signal.aborted) return
      if ((await stampOf(files())) !== seen) {
        again = true
        continue
      }
      known = await onChange().then(
        () => seen,
        () => null,
      )
    } while (again && !closing.signal.aborted)
  }

  function onHint(): void {
    again = true
    looking ??= look().finally(() => {
      looking = null
      if (again && !closing.signal.aborted) onHint()
    })
  }

  const poll = setInterval(onHint, pollMs)
  onHint()
  return {
    async close() {
      closing.abort()
      clearInterval(poll)
      for (const [key, watcher] of watchers) stop(key, watcher)
      await looking
    },
  }
}

function inodeOf(folder: string): string {
  return String(statSync(folder, { bigint: true, throwIfNoEntry: false })?.ino ?? 'absent')
}

/** Equal as long as no file is changed, replaced, added or taken away. */
async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    files.map((file) =>
      stat(file, { bigint: true }).then(
        ({ ino, size, mtimeNs, ctimeNs }) => [file, ino, size, mtimeNs, ctimeNs].join(' '),
        () => `${file} absent`,
      ),
    ),
  )
  return stamps.join('\n')
}

function rested(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
