import type { NativeRow } from '../../connectors/connector.ts'
import type { DisclosurePlan, Policy } from '../../disclosure/policy.ts'
import { seal } from '../../disclosure/seal.ts'
import { Link } from '../../links/link.ts'
import { compileMapping } from '../../mapping/compileMapping.ts'
import type { MappingFile } from '../../mapping/language.ts'
import type { TypeMapping } from '../../mapping/typeMapping.ts'
import type { Limits } from '../../model/bureau.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { RecordSketch } from '../../model/change.ts'
import type { Caller } from '../../model/principal.ts'
import { heldPlace, isHeldPlace, ownerOf, type ViewRecord } from '../../model/record.ts'
import { type BureauSource, readRow } from '../bureauSource.ts'
import { RowProblems } from '../rowProblems.ts'
import { HeldConnector } from './heldConnector.ts'
import type { HeldSystem } from './heldSystem.ts'

/** What kept records are read with. */
export interface HeldParts {
  readonly system: HeldSystem
  readonly catalogue: Catalogue
  /** How the rows of each type become records: a mapping like any bureau's, whose native sources are the types themselves. */
  readonly mapping: MappingFile
}

/** The store is in the hub itself: it neither needs sparing nor is it ever far away. */
const limits: Limits = {
  deadlineMs: 2500,
  concurrency: 64,
  queue: 1024,
  pageRows: 200,
  scanRows: 100_000,
  slowMs: null,
  breakerPercent: 100,
  retryPercent: 0,
  hedgePercent: 0,
}

/**
 * What the hub keeps for its members, as sources beside the members' own systems: read by the same pipeline, decided on by the same policies. A bureau for which nothing is kept has no such source.
 */
export class HeldSources {
  readonly #parts: HeldParts
  /** One source for each of a bureau's own, for as long as that is a member's and links may lead where they did. */
  readonly #sources = new Map<string, { readonly of: BureauSource; readonly directory: string; readonly source: BureauSource }>()

  constructor(parts: HeldParts) {
    this.#parts = parts
  }

  /** Bureaus for which something is kept; another set once there are more. */
  get owners(): ReadonlySet<string> {
    return this.#parts.system.owners()
  }

  /** The sources of what the hub keeps for these members. */
  sourcesOf(members: readonly BureauSource[]): readonly BureauSource[] {
    return members.filter(({ profile }) => this.owners.has(profile.code)).map((source) => this.sourceOf(source, members))
  }

  /** The source of what the hub keeps for one member, beside the member's own. */
  sourceOf(of: BureauSource, members: readonly BureauSource[]): BureauSource {
    const { code } = of.profile
    const directory = members.map(({ profile }) => profile.code).join(' ')
    const known = this.#sources.get(code)
    if (known?.of === of && known.directory === directory) return known.source
    const source = this.#make(of, new Set(members.flatMap(({ profile }) => [profile.code, heldPlace(profile.code)])))
    this.#sources.set(code, { of, directory, source })
    return source
  }

  /** The source of a place at the hub, beside a member's; undefined for any other place. */
  sourceAt(place: string, members: readonly BureauSource[]): BureauSource | undefined {
    const of = isHeldPlace(place) ? members.find(({ profile }) => profile.code === ownerOf(place)) : undefined
    return of === undefined ? undefined : this.sourceOf(of, members)
  }

  /** What a caller may know of a row of a type, by the rules of the bureau that owns it; null when it is not listed to them. */
  viewFor(type: string, row: NativeRow, caller: Caller, of: BureauSource, members: readonly BureauSource[]): ViewRecord | null {
    const source = this.sourceOf(of, members)
    const mapping = source.mappings.get(type)
    if (mapping === undefined) return null
    const plan = source.policy.planFor(type, caller)
    return readRow({ source, mapping, plan, fields: mapping.mapped }, row)
  }

  /** What is kept of a row's state, to tell later whether somebody's view of it has moved; see `Policy.sketch`. Null for a row that does not map. */
  sketchOf(
    type: string,
    row: NativeRow,
    of: BureauSource,
    members: readonly BureauSource[],
    digest: (text: string) => string,
  ): RecordSketch | null {
    const { mappings, policy } = this.sourceOf(of, members)
    const record = mappings.get(type)?.toCanonical(row).record ?? null
    return record === null ? null : policy.sketch(seal(record), digest)
  }

  #make(of: BureauSource, directory: ReadonlySet<string>): BureauSource {
    const { code } = of.profile
    const place = heldPlace(code)
    let placed: { readonly by: Policy; readonly policy: Policy } | null = null
    return {
      profile: { ...of.profile, code: place },
      limits,
      link: new Link(place, new HeldConnector(code, this.#parts.system), limits),
      mappings: this.#mappingsOf(code, directory),
      problems: new RowProblems(),
      get policy() {
        const by = of.policy
        if (placed?.by !== by) placed = { by, policy: policyAt(place, by) }
        return placed.policy
      },
    }
  }

  #mappingsOf(bureau: string, directory: ReadonlySet<string>): ReadonlyMap<string, TypeMapping> {
    const { mapping, catalogue } = this.#parts
    const { mappings, problems } = compileMapping(mapping, bureau, catalogue, directory)
    const errors = problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new TypeError(`the hub’s own mapping: ${errors.map(({ message }) => message).join('; ')}`)
    return mappings
  }
}

/** The owner's policy, on records that live at another place. Views say where, so that they are found again. */
function policyAt(place: string, by: Policy): Policy {
  // What the owner publishes in numbers it publishes once.
  const { cubesFor: _cubesFor, ...rules } = by
  return {
    ...rules,
    planFor(type, caller): DisclosurePlan {
      const plan = by.planFor(type, caller)
      return {
        ...plan,
        project(sealed) {
          const view = plan.project(sealed)
          return view === null ? null : Object.freeze({ ...view, ref: Object.freeze({ ...view.ref, bureau: place }) })
        },
      }
    },
  }
}
