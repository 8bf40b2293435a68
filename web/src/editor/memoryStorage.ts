/** The part of the browser's `Storage` that GraphiQL asks for. */
export interface MemoryStorage {
  /** How many items are kept. */
  readonly length: number
  /** The value of a key, or null. */
  readonly getItem: (key: string) => string | null
  /** Keeps a value until the page is left. */
  readonly setItem: (key: string, value: string) => void
  /** Forgets a key. */
  readonly removeItem: (key: string) => void
  /** Forgets everything. */
  readonly clear: () => void
}

/** Storage that ends with the page: queries name people and documents, so none of them may stay on a shared machine. */
export function createMemoryStorage(): MemoryStorage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value)
    },
    removeItem: (key) => {
      items.delete(key)
    },
    clear: () => {
      items.clear()
    },
  }
}
