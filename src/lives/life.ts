import { ComityError } from '../model/errors.ts'

/** The words in which one life is told. */
export interface LifeWords {
  readonly state: string
  readonly act: string
  readonly side: string
  /** What an act has to come with. */
  readonly need: string
  /** What may be so of a record beside its state, and decides whether an arrow is there. */
  readonly fact: string
}

/** One arrow of a life. */
export interface Transition<W extends LifeWords> {
  readonly act: W['act']
  readonly from: readonly W['state'][]
  /** `SAME`: the state in which it is. `RESUMED`: the state that the place says it goes on in. */
  readonly to: W['state'] | 'SAME' | 'RESUMED'
  readonly side: W['side']
  /** Names of `Role`, one of which the officer has; empty for the hub. */
  readonly roles: readonly string[]
  /** Only while this is so. Absent: always. */
  readonly when?: W['fact']
  /** By another person than those who have a hand in it. */
  readonly fourEyes?: true
  readonly needs: readonly W['need'][]
}

/** Where a record stands, as far as its life reads it. */
export interface Place<W extends LifeWords> {
  readonly state: W['state']
  /** Where it goes on once what holds it up is over; null while nothing does. */
  readonly resumes: W['state'] | null
  /** What is so of it. */
  readonly facts: readonly W['fact'][]
  /** Persons who may take no arrow that wants another pair of eyes, as bureau and person. */
  readonly hands: readonly string[]
}

/** Who wants to act. */
export interface Actor<W extends LifeWords> {
  readonly side: W['side']
  readonly roles: readonly string[]
  /** As in `Place.hands`. */
  readonly person: string
}

/** Who acts, as it is written down: for the hub itself bureau and person are null. */
export interface ActingParty<W extends LifeWords> extends Omit<Actor<W>, 'person'> {
  readonly bureau: string | null
  readonly person: string | null
}

/** Somebody as a life knows them. */
export function actorOf<W extends LifeWords>({ side, roles, bureau, person }: ActingParty<W>): Actor<W> {
  return { side, roles, person: `${bureau ?? ''} ${person ?? ''}` }
}

/** The life of a record that the hub keeps, as data: who may do what, in which state, and what it takes. Whatever is not in the table is refused. */
export class Life<W extends LifeWords> {
  /** The state in which a record begins. */
  readonly begins: W['state']
  readonly transitions: readonly Transition<W>[]

  constructor(begins: W['state'], transitions: readonly Transition<W>[]) {
    this.begins = begins
    this.transitions = transitions
  }

  /** The arrow that an act of somebody takes, or null when there is none for them. */
  transitionFor(act: W['act'], place: Place<W>, actor: Actor<W>): Transition<W> | null {
    return this.transitionsFrom(place).find((one) => one.act === act && mayTake(one, place, actor)) ?? null
  }

  /** Every arrow that leaves a place, for whomever. */
  transitionsFrom({ state, facts }: Place<W>): readonly Transition<W>[] {
    return this.transitions.filter(({ from, when }) => from.includes(state) && (when === undefined || facts.includes(when)))
  }

  /** What somebody may do at a place, each once, in the order of the table. */
  actsOf(place: Place<W>, actor: Actor<W>): readonly W['act'][] {
    return [...new Set(this.transitionsFrom(place).flatMap((one) => (mayTake(one, place, actor) ? [one.act] : [])))]
  }

  /** The state to which an arrow leads from a place. */
  targetOf({ to }: Transition<W>, { state, resumes }: Place<W>): W['state'] {
    if (to === 'SAME') return state
    if (to !== 'RESUMED') return to
    if (resumes === null) throw new TypeError('nothing says where it goes on')
    return resumes
  }

  /**
   * Takes an act's arrow. Throws ILLEGAL_TRANSITION, which tells what would be right and for whom: only for those who may know the record. `shown`: the place as the actor may know it, where that is
   * less than all.
   */
  step(act: W['act'], place: Place<W>, actor: Actor<W>, shown = place): { readonly transition: Transition<W>; readonly state: W['state'] } {
    const transition = this.transitionFor(act, place, actor)
    if (transition === null) throw this.illegal(shown)
    return { transition, state: this.targetOf(transition, place) }
  }

  /** What is wrong with any other act at a place, and what would be right, by whom. */
  illegal(place: Place<W>): ComityError {
    const allowed = this.transitionsFrom(place).map(
      ({ act, side, roles }) => `${act} by ${side}${roles.length > 0 ? ` (${roles.join(', ')})` : ''}`,
    )
    return new ComityError('ILLEGAL_TRANSITION', {
      state: place.state,
      allowed: allowed.length === 0 ? 'nothing' : [...new Set(allowed)].join('; '),
    })
  }

  /** What is wrong with beginning one without a role of those who may. */
  illegalBeginning(side: W['side'], roles: Iterable<string>): ComityError {
    return new ComityError('ILLEGAL_TRANSITION', { state: 'NOT_WRITTEN', allowed: `CREATE by ${side} (${[...roles].join(', ')})` })
  }
}

function mayTake<W extends LifeWords>({ side, roles, fourEyes }: Transition<W>, { hands }: Place<W>, actor: Actor<W>): boolean {
  if (side !== actor.side || (fourEyes === true && hands.includes(actor.person))) return false
  return roles.length === 0 || roles.some((role) => actor.roles.includes(role))
}
