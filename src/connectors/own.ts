/** The value under a name, if the object has it itself: names come from outside, and `constructor` is everywhere else. */
export function own<T>(object: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
