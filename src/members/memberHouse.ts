import { isDeepStrictEqual } from 'node:util'
import type { BureauParts } from '../config/loadBureau.ts'
import type { MemberHouse as House } from '../config/memberHouse.ts'
import type { Member } from '../hub/member.ts'
import { probe } from '../hub/probe.ts'
import type { Roster } from '../hub/roster.ts'
import { Link } from '../links/link.ts'
import type { BureauProfile } from '../model/bureau.ts'
import { type MemberMaking, type OpenLink, openLink, openMember } from './openMember.ts'

/** Told what becomes of the members. */
export interface HouseListener {
  /** A bureau's system was asked whether it is there, before anybody's question. */
  probed(bureau: string, answers: boolean): void
  joined(bureau: string): void
  /** It is another from now on: its connection, mapping, limits, or what else its file says. */
  changed(bureau: string): void
  drained(bureau: string): void
  left(bureau: string): void
}

/** What a house of members needs. */
export interface HouseParts extends MemberMaking {
  readonly roster: Roster
  readonly listener: HouseListener
}

/** Longest that the first probe of a new connection may hold up what else has changed, in milliseconds. */
const longestProbeMs = 5000

interface Living {
  readonly bureau: BureauParts
  /** Null while it is drained. */
  readonly open: OpenLink | null
  readonly member: Member
}

/** Makes members of bureau files, and keeps what is open where a change does not concern it. */
export class MemberHouse implements House {
  readonly #parts: HouseParts
  /** By code. */
  #living: ReadonlyMap<string, Living> = new Map()
  /** Those of the start have not joined: they were there. */
  #hasBegun = false
  /** Opened and not put in yet. */
  readonly #ready = new Map<BureauParts, OpenLink>()

  constructor(parts: HouseParts) {
    this.#parts = parts
  }

  /** Opens connectors at the start, asking no system yet. Throws as `openConnector` does, with everything closed again. */
  async prepare(bureaus: readonly BureauParts[]): Promise<void> {
    const opened = await Promise.allSettled(
      bureaus.filter(({ file }) => file.takesPart).map(async (bureau) => this.#ready.set(bureau, await openLink(bureau, this.#parts.link))),
    )
    const failed = opened.find((one) => one.status === 'rejected')
    if (failed === undefined) return
    this.discard()
    throw failed.reason
  }

  open(bureau: BureauParts): Promise<void> | null {
    if (!bureau.file.takesPart || this.#ready.has(bureau) || this.#kept(bureau) !== null) return null
    return this.#open(bureau)
  }

  put(bureaus: readonly BureauParts[], broken: readonly BureauProfile[]): void {
    const before = this.#living
    this.#living = new Map(bureaus.map((bureau) => [bureau.file.code, this.#live(bureau)]))
    const members = [...this.#living.values()].map(({ member }) => member)
    for (const code of before.keys()) if (!this.#living.has(code)) this.#parts.vault.purge(code)
    this.#parts.roster.replace([...members, ...broken.map((profile): Member => ({ profile, source: null }))])
    if (this.#hasBegun) this.#tell(before)
    this.#hasBegun = true
  }

  discard(): void {
    for (const { connector } of this.#ready.values()) connector.close().catch(() => {})
    this.#ready.clear()
  }

  async #open(bureau: BureauParts): Promise<void> {
    const { link, listener } = this.#parts
    const open = await openLink(bureau, link)
    const answers = await probe({ link: open.link, limits: bureau.file.limits }, longestProbeMs)
    this.#ready.set(bureau, open)
    // A system that is down is a bureau that is silent, not one that does not join.
    listener.probed(bureau.file.code, answers)
  }

  #live(bureau: BureauParts): Living {
    const { code, takesPart } = bureau.file
    const before = this.#living.get(code)
    if (before?.bureau === bureau) return before
    const open = takesPart ? (this.#ready.get(bureau) ?? this.#kept(bureau)) : null
    this.#ready.delete(bureau)
    const isSameMapping = isDeepStrictEqual(before?.bureau.file.mapping, bureau.file.mapping)
    const problems = isSameMapping ? before?.member.source?.problems : undefined
    return { bureau, open, member: openMember(bureau, { open, problems }, this.#parts) }
  }

  /** What is open already, where it is still what the bureau's file asks for; with other limits it gets another guard. */
  #kept({ file, folder }: BureauParts): OpenLink | null {
    const before = this.#living.get(file.code)
    if (before === undefined || before.open === null) return null
    const was = before.bureau
    // Relative paths are relative to the folder.
    if (was.folder !== folder || !isDeepStrictEqual(was.file.connector, file.connector)) return null
    if (isDeepStrictEqual(was.file.limits, file.limits)) return before.open
    const { connector } = before.open
    return { connector, link: new Link(file.code, connector, file.limits, this.#parts.link) }
  }

  #tell(before: ReadonlyMap<string, Living>): void {
    const { listener } = this.#parts
    for (const [code, { bureau, open }] of this.#living) {
      const was = before.get(code)
      // Who else there is changes what a mapping means, and is no change of this bureau.
      if (was !== undefined && was.bureau.folder === bureau.folder && isDeepStrictEqual(was.bureau.file, bureau.file)) continue
      if (open === null && was?.open !== null) listener.drained(code)
      else if (was === undefined) listener.joined(code)
      else listener.changed(code)
    }
    for (const code of before.keys()) if (!this.#living.has(code)) listener.left(code)
  }
}
