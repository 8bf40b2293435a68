import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Where the systems that change keep their data, and how they change. */
export interface LifeOptions {
  /** XD's database file. */
  readonly xd: string
  /** XE's drop folder. */
  readonly xe: string
  /** Milliseconds from one change to the next. Default: 15 seconds. */
  readonly everyMs?: number
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: () => number
}

/** Demo systems that change by themselves, as their users at home would change them. */
export interface Life {
  /** Makes the next change now. Gives which record it was. */
  next(): { readonly bureau: string; readonly type: string; readonly key: string } | null
  /** Ends it. */
  stop(): void
}

/** Starts: by turns a notice of XD is suspended, published again, and a person of XE delivered anew with another status. */
export function startLife({ xd, xe, everyMs = 15_000, now = Date.now }: LifeOptions): Life {
  let turn = 0
  const next = () => (turn++ % 2 === 0 ? changeXd(xd, now()) : changeXe(xe, now()))
  const timer = setInterval(() => {
    try {
      next()
    } catch {
      // The file may be locked, or the data being made anew: there is another turn.
    }
  }, everyMs)
  timer.unref()
  return { next, stop: () => clearInterval(timer) }
}

/** Suspends the published notice that has been left alone the longest, or publishes again the one that is suspended: never more than one more than there were. */
function changeXd(file: string, now: number): ReturnType<Life['next']> {
  const database = new DatabaseSync(file, { timeout: 200 })
  try {
    const pick = (state: string, order: string) =>
      database
        .prepare(`SELECT nr_difusao, dt_alteracao FROM TB_DIFUSAO WHERE situacao = ? ORDER BY dt_alteracao ${order} LIMIT 1`)
        .get(state)
    const suspended = pick('SUSPENSA', 'DESC')
    const wasOurs = suspended !== undefined && Number(suspended['dt_alteracao']) > now / 1000 - 3600
    const chosen = wasOurs ? suspended : pick('VIGENTE', 'ASC')
    if (chosen === undefined) return null
    database
      .prepare('UPDATE TB_DIFUSAO SET situacao = ?, dt_alteracao = ? WHERE nr_difusao = ?')
      .run(wasOurs ? 'VIGENTE' : 'SUSPENSA', Math.floor(now / 1000), chosen['nr_difusao'] ?? null)
    return { bureau: 'XD', type: 'Notice', key: String(chosen['nr_difusao']) }
  } finally {
    database.close()
  }
}

/** The delivery that corrects all before it. */
const live = 'kisiler-9000.ndjson'
const mostRows = 50

/** Delivers one more person, taken from the first delivery in turn, as a suspect or, if it was one, as a person of interest. */
function changeXe(folder: string, now: number): ReturnType<Life['next']> {
  const [first] = readdirSync(folder)
    .filter((name) => name.startsWith('kisiler-'))
    .sort()
  if (first === undefined) return null
  const known = existsSync(join(folder, live)) ? rowsOf(join(folder, live)) : []
  const people = rowsOf(join(folder, first)).slice(0, mostRows)
  const row = known.length < people.length ? people[known.length] : known[0]
  if (row === undefined) return null
  const changed = { ...row, durum: row['durum'] === 'SUPHELI' ? 'ILGILI' : 'SUPHELI', degisiklik: wallClock(now) }
  const rows = [...known.filter(({ no }) => no !== row['no']), changed]
  // Written beside and renamed: whoever reads gets the one or the other.
  writeFileSync(join(folder, 'canli.yeni'), rows.map((one) => `${JSON.stringify(one)}\n`).join(''))
  renameSync(join(folder, 'canli.yeni'), join(folder, live))
  return { bureau: 'XE', type: 'Person', key: String(row['no']) }
}

function rowsOf(file: string): Readonly<Record<string, unknown>>[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
}

/** Wall-clock time in XE's capital, three hours ahead of UTC all year. */
function wallClock(epochMs: number): string {
  return new Date(epochMs + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
