/** One identity of the demo hub, as `GET /demo/personas` lists it. */
export interface Persona {
  /** What `POST /demo/token` wants. */
  readonly id: string
  /** A fictional name. */
  readonly name: string
  /** Code of the bureau. */
  readonly bureau: string
  /** Names of `Role`. */
  readonly roles: readonly string[]
  /** Purposes the persona may declare, as names of `Purpose`. */
  readonly purposes: readonly string[]
  /** Post held, for people to read. */
  readonly title: string
}
