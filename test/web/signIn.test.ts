import { describe, expect, it } from 'vitest'
import { type Session, SessionOver, startTokenSession } from '../../web/src/session/session.ts'
import { createSignIn } from '../../web/src/session/signIn.ts'

const tokenOf = (subject: string, claims: object = {}): string => `x.${btoa(JSON.stringify({ iss: 'issuer', sub: subject, ...claims }))}.x`

/** What the panels ask with. */
function present(signIn: ReturnType<typeof createSignIn>): Session {
  const { session } = signIn.state()
  if (session === null) throw new Error('nobody is signed in')
  return session
}

describe('a sign-in', () => {
  it('lets requests wait when the session is over, and go on once the same person has signed in again', async () => {
    const signIn = createSignIn()
    const [first, second] = [tokenOf('one', { n: 1 }), tokenOf('one', { n: 2 })]
    signIn.start(startTokenSession(first))
    const session = present(signIn)
    expect(await session.token()).toBe(first)
    session.refused()
    const waiting = session.token()
    await expect.poll(() => signIn.state().phase).toBe('over')
    signIn.start(startTokenSession(second))
    expect(await waiting).toBe(second)
    expect(signIn.state()).toMatchObject({ phase: 'signedIn', session })
  })

  it('gives nothing of one person to another: their requests end, and the panels start anew', async () => {
    const signIn = createSignIn()
    signIn.start(startTokenSession(tokenOf('one')))
    const session = present(signIn)
    signIn.expire()
    const waiting = session.token()
    signIn.start(startTokenSession(tokenOf('two')))
    await expect(waiting).rejects.toThrow('Signed out')
    expect(session.signal.aborted).toBe(true)
    expect(present(signIn)).not.toBe(session)
    expect(await present(signIn).token()).toBe(tokenOf('two'))
  })

  it('takes two tokens that say nothing of their holder for the same only when nobody signed out in between', async () => {
    const signIn = createSignIn()
    signIn.start(startTokenSession('a'))
    const session = present(signIn)
    signIn.leave()
    await expect(session.token()).rejects.toThrow('Signed out')
    expect(signIn.state()).toEqual({ phase: 'nobody', session: null, endsAt: null })
  })

  it('knows from the token when it ends, and tells whoever listens', () => {
    const signIn = createSignIn()
    const seen: string[] = []
    const stop = signIn.subscribe(() => seen.push(signIn.state().phase))
    signIn.start(startTokenSession(tokenOf('one', { exp: 1_900_000_000 })))
    expect(signIn.state().endsAt).toBe(1_900_000_000_000)
    signIn.expire()
    stop()
    signIn.leave()
    expect(seen.slice(-2)).toEqual(['signedIn', 'over'])
  })

  it('goes on failing when the failure is not the token’s end', async () => {
    const signIn = createSignIn()
    signIn.start({ ...startTokenSession('a'), token: async () => await Promise.reject(new Error('no network')) })
    await expect(present(signIn).token()).rejects.toThrow('no network')
    expect(new SessionOver('x').name).toBe('SessionOver')
    expect(signIn.state().phase).toBe('signedIn')
  })
})
