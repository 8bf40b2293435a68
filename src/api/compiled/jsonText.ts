/** Data of an answer that is JSON already. Whoever wants it as a value gets it by `toJSON`, as `JSON.stringify` does. */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** The data as a value, made anew. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}
