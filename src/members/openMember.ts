import { createHash } from 'node:crypto'
import type { BureauParts } from '../config/loadBureau.ts'
import { type Connector, ConnectorError } from '../connectors/connector.ts'
import { openConnector } from '../connectors/open.ts'
import type { PoliciesInForce } from '../disclosure/policiesInForce.ts'
import type { Member } from '../hub/member.ts'
import { Link, type LinkOptions } from '../links/link.ts'
import type { RowProblem } from '../model/bureau.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import { BureauRows } from '../records/kept/keptRows.ts'
import type { RowVault } from '../records/kept/rowVault.ts'
import { RowProblems } from '../records/rowProblems.ts'

/** What members are made with. */
export interface MemberMaking {
  readonly policies: PoliciesInForce
  /** What the links of all bureaus tell. */
  readonly link: LinkOptions
  readonly onRowProblem: (bureau: string, problem: RowProblem) => void
  /** Where rows are kept. A member that is made anew begins with none. */
  readonly vault: RowVault
}

/** A bureau's connector and what guards it. */
export interface OpenLink {
  readonly connector: Connector
  readonly link: Link
}

/** Opens a bureau's connector. Throws as `openConnector` does. */
export async function openLink({ file, folder }: BureauParts, options: LinkOptions): Promise<OpenLink> {
  const connector = await openConnector(file.connector, { folder })
  return { connector, link: new Link(file.code, connector, file.limits, options) }
}

/** What a member goes on with. */
export interface MemberBeginnings {
  /** Null for one that is drained. */
  readonly open: OpenLink | null
  /** Rows that did not map by the very same mapping; undefined: none are known. */
  readonly problems: RowProblems | undefined
}

/** A member that is asked, or, without a link, one that is drained: it serves nothing, and its policy stays in force. */
export function openMember({ file, mappings }: BureauParts, { open, problems }: MemberBeginnings, making: MemberMaking): Member {
  const { code, limits } = file
  const source: BureauSource = {
    profile: file,
    limits,
    link: open?.link ?? new Link(code, 'inbox' in file.connector ? { ...drained, submit: comeLater } : drained, limits),
    mappings: open === null ? new Map() : mappings,
    problems: problems ?? new RowProblems((problem) => making.onRowProblem(code, problem)),
    reads: createHash('sha256').update(JSON.stringify(file.mapping)).digest('hex'),
    keepsSearchKeys: file.search?.keepKeys ?? false,
    kept: new BureauRows(code, making.vault),
    get policy() {
      return making.policies.policyOf(code)
    },
  }
  const standing = open === null ? 'DRAINED' : 'READY'
  const captured = open === null || file.capture === undefined ? {} : { capture: file.capture }
  return { profile: file, source, standing, connection: open?.connector ?? null, ...captured }
}

/** Nobody asks it: a drained bureau serves no type. */
async function refuse(): Promise<never> {
  throw new ConnectorError('UNREACHABLE', 'the bureau is drained')
}

/** What it is to get waits for it. */
async function comeLater(): Promise<never> {
  throw new ConnectorError('BUSY', 'the bureau is drained')
}

const drained: Connector = {
  capabilities: () => ({ filters: () => false, orders: () => false, pageRows: null, resultRows: null }),
  find: refuse,
  get: refuse,
  describe: refuse,
  health: refuse,
  close: async () => {},
}
