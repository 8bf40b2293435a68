import { Life } from '../lives/life.ts'
import type { OperationAct, OperationSide, OperationState } from '../model/jointOperation.ts'

/** What an act has to come with. */
export type Need = 'MESSAGE' | 'TERMS' | 'BUREAU' | 'MEMBER' | 'TARGET' | 'EMBARGO'

/**
 * The words of a joint operation's life. The facts are as one bureau stands in it. `MAY_SIGN`: there are terms that it has not signed, and others that have not either; `SIGNS_LAST`: only
 * its own signature is missing; `ALL_REPORTED`: every party has given its results.
 */
export interface OperationLifeWords {
  readonly state: OperationState
  readonly act: OperationAct
  readonly side: OperationSide
  readonly need: Need
  readonly fact: 'MAY_SIGN' | 'SIGNS_LAST' | 'ALL_REPORTED'
}

const officers = ['NCB_OFFICER', 'DUTY_OFFICER', 'INVESTIGATOR', 'LIAISON', 'JUDICIAL_AUTHORITY']
const authorities = ['NCB_OFFICER', 'JUDICIAL_AUTHORITY']

const proposed: readonly OperationState[] = ['PROPOSED', 'NEGOTIATED']
/** States in which the terms are agreed on, and work may be done. */
const working: readonly OperationState[] = ['AGREED', 'ACTIVE', 'ACTION_PHASE']
const running: readonly OperationState[] = ['ACTIVE', 'ACTION_PHASE']
const living: readonly OperationState[] = [...proposed, ...working, 'SUSPENDED', 'DEBRIEF']

type Arrow = Life<OperationLifeWords>['transitions'][number]

/** The leading bureau and every party alike. */
function ofAll(one: Omit<Arrow, 'side'>): readonly Arrow[] {
  return [
    { ...one, side: 'LEAD' },
    { ...one, side: 'PARTY' },
  ]
}

/**
 * The life of a joint operation. Nobody is a party but by their own act; what is agreed on is signed by all; who leaves is gone at once, and needs nobody's consent. After the end
 * nothing leads back.
 */
export const operationLife = new Life<OperationLifeWords>('PROPOSED', [
  { act: 'AMEND', from: [...proposed, ...working], to: 'SAME', side: 'LEAD', roles: officers, needs: ['TERMS'] },
  { act: 'INVITE', from: [...proposed, ...working], to: 'SAME', side: 'LEAD', roles: officers, needs: ['BUREAU'] },
  { act: 'EXCLUDE', from: living, to: 'SAME', side: 'LEAD', roles: authorities, needs: ['BUREAU', 'MESSAGE'] },
  { act: 'ACCEPT', from: ['PROPOSED'], to: 'NEGOTIATED', side: 'INVITED', roles: authorities, needs: [] },
  { act: 'ACCEPT', from: ['NEGOTIATED', ...working], to: 'SAME', side: 'INVITED', roles: authorities, needs: [] },
  { act: 'DECLINE', from: living, to: 'SAME', side: 'INVITED', roles: officers, needs: [] },
  ...ofAll({ act: 'SIGN', from: ['NEGOTIATED', ...working], to: 'SAME', roles: authorities, when: 'MAY_SIGN', needs: [] }),
  ...ofAll({ act: 'SIGN', from: ['NEGOTIATED'], to: 'AGREED', roles: authorities, when: 'SIGNS_LAST', needs: [] }),
  ...ofAll({ act: 'SIGN', from: working, to: 'SAME', roles: authorities, when: 'SIGNS_LAST', needs: [] }),
  ...ofAll({ act: 'NAME', from: [...working, 'DEBRIEF'], to: 'SAME', roles: officers, needs: ['MEMBER'] }),
  ...ofAll({ act: 'RELEASE', from: [...working, 'SUSPENDED', 'DEBRIEF'], to: 'SAME', roles: officers, needs: ['MEMBER'] }),
  { act: 'ACTIVATE', from: ['AGREED'], to: 'ACTIVE', side: 'LEAD', roles: authorities, needs: [] },
  { act: 'BEGIN_ACTION', from: ['ACTIVE'], to: 'ACTION_PHASE', side: 'LEAD', roles: authorities, needs: [] },
  { act: 'END_ACTION', from: ['ACTION_PHASE'], to: 'ACTIVE', side: 'LEAD', roles: authorities, needs: [] },
  ...ofAll({ act: 'NOMINATE', from: working, to: 'SAME', roles: officers, needs: ['TARGET'] }),
  ...ofAll({ act: 'REVEAL', from: working, to: 'SAME', roles: officers, needs: ['TARGET'] }),
  ...ofAll({ act: 'DROP', from: [...working, 'SUSPENDED', 'DEBRIEF'], to: 'SAME', roles: officers, needs: ['TARGET'] }),
  ...ofAll({ act: 'EMBARGO', from: running, to: 'SAME', roles: authorities, needs: ['EMBARGO'] }),
  ...ofAll({ act: 'LIFT', from: [...running, 'SUSPENDED', 'DEBRIEF'], to: 'SAME', roles: authorities, needs: ['EMBARGO'] }),
  { act: 'LIFT', from: living, to: 'SAME', side: 'HUB', roles: [], needs: [] },
  { act: 'SUSPEND', from: working, to: 'SUSPENDED', side: 'LEAD', roles: authorities, needs: ['MESSAGE'] },
  { act: 'RESUME', from: ['SUSPENDED'], to: 'RESUMED', side: 'LEAD', roles: authorities, needs: [] },
  { act: 'LEAVE', from: living, to: 'SAME', side: 'PARTY', roles: authorities, needs: [] },
  { act: 'DEBRIEF', from: running, to: 'DEBRIEF', side: 'LEAD', roles: authorities, needs: [] },
  ...ofAll({ act: 'REPORT', from: ['DEBRIEF'], to: 'SAME', roles: officers, needs: ['MESSAGE'] }),
  { act: 'CLOSE', from: ['DEBRIEF'], to: 'CLOSED', side: 'LEAD', roles: authorities, when: 'ALL_REPORTED', needs: [] },
  { act: 'TERMINATE', from: living, to: 'TERMINATED', side: 'LEAD', roles: authorities, needs: ['MESSAGE'] },
  { act: 'ARCHIVE', from: ['CLOSED', 'TERMINATED'], to: 'ARCHIVED', side: 'LEAD', roles: authorities, needs: [] },
  { act: 'END', from: [...working, 'SUSPENDED'], to: 'DEBRIEF', side: 'HUB', roles: [], needs: [] },
  { act: 'END', from: proposed, to: 'TERMINATED', side: 'HUB', roles: [], needs: [] },
])

/** Roles of those who propose operations and work on them. */
export const operationOfficers: ReadonlySet<string> = new Set(officers)

/** States in which what is agreed on is in force: members are let in to what they were promised. */
export const inForce: ReadonlySet<OperationState> = new Set<OperationState>(['ACTIVE', 'ACTION_PHASE', 'DEBRIEF'])

/** States that an operation comes back from no more. */
export const over: ReadonlySet<OperationState> = new Set<OperationState>(['CLOSED', 'TERMINATED', 'ARCHIVED'])
