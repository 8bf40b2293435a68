import { createHash, createHmac } from 'node:crypto'
import { type Member, standingOf } from './member.ts'

/** A cursor opens only among the members for whom it was sealed, asked as they were then. */
export function cursorSecret(secret: Uint8Array, members: readonly Member[]): Uint8Array {
  const asked = members.map((member) => [member.profile.code, standingOf(member), member.source?.reads ?? null])
  const among = createHash('sha256').update(JSON.stringify(asked)).digest()
  return createHmac('sha256', secret).update('comity members').update(among).digest()
}
