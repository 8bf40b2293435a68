interface Open {
  readonly name: string
  /** Path inside the row, dotted; empty for the row itself. */
  readonly path: string
  readonly children: Map<string, unknown[]>
  text: string
}

/**
 * One record element being read. An element becomes an object of its children and attributes (`@name`); with only text, that text, trimmed; text beside others
 * stands under `#text`; without anything, null.
 */
export class XmlRecord {
  readonly #lists: ReadonlySet<string>
  readonly #stack: Open[]

  /** `arrays`: names or dotted paths of elements that are lists even when there is one, or none. */
  constructor(arrays: readonly string[], attributes: Readonly<Record<string, string>>) {
    this.#lists = new Set(arrays.map((one) => one.replaceAll('/', '.')))
    this.#stack = [started('', '', attributes)]
  }

  /** A child element begins. */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#stack.at(-1)
    this.#stack.push(started(name, parent === undefined || parent.path === '' ? name : `${parent.path}.${name}`, attributes))
  }

  /** Text of the element that is open. */
  text(part: string): void {
    const open = this.#stack.at(-1)
    if (open !== undefined) open.text += part
  }

  /** The open element ends. Gives the row when that was the record itself. */
  close(): unknown {
    const open = this.#stack.pop()
    if (open === undefined) return undefined
    const value = this.#valueOf(open)
    const parent = this.#stack.at(-1)
    if (parent === undefined) return value
    const siblings = parent.children.get(open.name)
    if (siblings === undefined) parent.children.set(open.name, [value])
    else siblings.push(value)
    return undefined
  }

  #valueOf({ path, children, text }: Open): unknown {
    const trimmed = text.trim()
    const missing = [...this.#lists].filter(
      (list) => parentOf(list) === path && !children.has(list.slice(path === '' ? 0 : path.length + 1)),
    )
    if (children.size === 0 && missing.length === 0) return trimmed === '' ? null : trimmed
    if (children.size === 0 && path !== '' && trimmed === '') return null
    const entries = [...children].map(([name, values]): [string, unknown] => [
      name,
      this.#isList(path, name) ? values.filter((one) => one !== null) : single(values),
    ])
    for (const list of missing) entries.push([list.slice(path === '' ? 0 : path.length + 1), []])
    if (trimmed !== '') entries.push(['#text', trimmed])
    return Object.fromEntries(entries)
  }

  #isList(path: string, name: string): boolean {
    return this.#lists.has(name) || this.#lists.has(path === '' ? name : `${path}.${name}`)
  }
}

function started(name: string, path: string, attributes: Readonly<Record<string, string>>): Open {
  return { name, path, children: new Map(Object.entries(attributes).map(([key, value]) => [`@${key}`, [value]])), text: '' }
}

/** Repeated elements are a list; an element that stands once is itself. */
function single(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values.filter((one) => one !== null)
}

function parentOf(list: string): string {
  return list.slice(0, Math.max(0, list.lastIndexOf('.')))
}
