import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How files are watched. */
export interface WatchOptions {
  /** Files that need not exist. */
  readonly files: readonly string[]
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
export function watchFiles({ files, onChange, restMs = 200, pollMs = 5000 }: WatchOptions): Watch {
  /** As the files were when they were last acted upon; null when they must be. */
  let known: string | null = null
  let looking: Promise<void> | null = null
  let again = false
  const closing = new AbortController()

  async function look(): Promise<void> {
    do {
      again = false
      const seen = await stampOf(files)
      if (seen === known) continue
      await rested(restMs, closing.signal)
      if (closing.signal.aborted) return
      if ((await stampOf(files)) !== seen) {
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

  const watchers = [...new Set(files.map((file) => dirname(file)))].flatMap((folder) => watchFolder(folder, onHint))
  const poll = setInterval(onHint, pollMs)
  onHint()
  return {
    async close() {
      closing.abort()
      clearInterval(poll)
      for (const watcher of watchers) watcher.close()
      await looking
    },
  }
}

/** None where the system cannot: then there is the look from time to time. The folder is watched, since a file that is replaced is another one. */
function watchFolder(folder: string, onHint: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, onHint)
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}

/** Equal as long as no file is changed, replaced, added or taken away. */
async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    files.map((file) =>
      stat(file, { bigint: true }).then(
        ({ ino, size, mtimeNs, ctimeNs }) => [ino, size, mtimeNs, ctimeNs].join(' '),
        () => 'absent',
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
