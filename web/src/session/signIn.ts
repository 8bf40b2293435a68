import { type Session, SessionOver } from './session.ts'

/** Where the sign-in stands. */
export interface SignInState {
  /** Nobody is signed in; somebody is; somebody was, and what they were doing waits for them. */
  readonly phase: 'nobody' | 'signedIn' | 'over'
  /**
   * The session that panels ask with. It stays the same when its holder signs in again after the token's end: a request that finds no token waits for that. Another person gets another
   * one, and what was on the screen of the first is gone.
   */
  readonly session: Session | null
  /** When the token's time is over, in milliseconds since 1970; null when it renews itself. */
  readonly endsAt: number | null
}

/** Who is signed in at the desk. */
export interface SignIn {
  readonly state: () => SignInState
  /** Calls back at each change, until the function it gives is called. */
  readonly subscribe: (onChange: () => void) => () => void
  /** Somebody signs in, for the first time or again. */
  readonly start: (session: Session) => void
  /** The token's time is over. */
  readonly expire: () => void
  /** Signs out: everything is forgotten. */
  readonly leave: () => void
}

interface Waiting {
  readonly resolve: (session: Session) => void
  readonly reject: (reason: unknown) => void
}

const nobody: SignInState = { phase: 'nobody', session: null, endsAt: null }

/** Keeps who is signed in, and lets requests wait while the token's holder signs in again. */
export function createSignIn(): SignIn {
  let state = nobody
  let behind: Session | null = null
  let leaving = new AbortController()
  let waiting: Waiting[] = []
  const listeners = new Set<() => void>()
  const become = (next: SignInState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const expire = (): void => {
    if (state.phase === 'signedIn') become({ ...state, phase: 'over' })
  }
  const present = async (): Promise<Session> => {
    leaving.signal.throwIfAborted()
    if (state.phase === 'signedIn' && behind !== null) return behind
    return await new Promise<Session>((resolve, reject) => waiting.push({ resolve, reject }))
  }
  const token = async (): Promise<string> => {
    const session = await present()
    try {
      return await session.token()
    } catch (error) {
      if (!(error instanceof SessionOver)) throw error
      expire()
      return await token()
    }
  }
  const leave = (): void => {
    behind?.end()
    behind = null
    const reason = new Error('Signed out.')
    leaving.abort(reason)
    for (const one of waiting) one.reject(reason)
    waiting = []
    become(nobody)
  }
  const start = (session: Session): void => {
    if (state.session !== null && behind?.who === session.who) {
      behind.end()
      behind = session
      become({ phase: 'signedIn', session: state.session, endsAt: session.endsAt })
      for (const one of waiting.splice(0)) one.resolve(session)
      return
    }
    leave()
    behind = session
    leaving = new AbortController()
    const { signal } = leaving
    const { id, who, holder, purposes, endsAt } = session
    const lasting: Session = { id, who, holder, purposes, endsAt, token, refused: () => behind?.refused(), signal, end: leave }
    become({ phase: 'signedIn', session: lasting, endsAt })
  }
  const subscribe = (onChange: () => void) => {
    listeners.add(onChange)
    return () => void listeners.delete(onChange)
  }
  return { state: () => state, subscribe, start, expire, leave }
}
