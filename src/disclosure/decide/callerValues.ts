import type { Caller } from '../../model/principal.ts'
import type { Ref } from '../language/condition.ts'

/** What a reference to the caller or the request yields; null is unknown. `null` for a reference to the record. */
export type ReadCaller = (ref: Ref) => string | number | readonly string[] | null

/** Reads `caller.` and `request.` of one caller. */
export function readCaller(caller: Caller): ReadCaller {
  const { principal, purpose, date } = caller
  return (ref) => {
    switch (`${ref.root}.${ref.field}`) {
      case 'caller.country':
        return principal.bureau
      case 'caller.organisation':
        return principal.organisation
      case 'caller.unit':
        return principal.unit
      case 'caller.roles':
        return principal.roles
      case 'caller.clearance':
        return principal.clearance
      case 'caller.agreements':
        return principal.agreements
      case 'caller.operations':
        return (principal.operations ?? []).map(({ name }) => name)
      case 'request.purpose':
        return purpose.kind
      case 'request.case':
        return purpose.case
      case 'request.date':
        return date
      default:
        return null
    }
  }
}

/** As `readCaller`, for somebody of whom everything but roles and clearance is known: tells whether these alone could change a condition. */
export function readCallerWithoutRank(read: ReadCaller): ReadCaller {
  return (ref) => (ref.root === 'caller' && (ref.field === 'roles' || ref.field === 'clearance') ? null : read(ref))
}
