/** A type's name as an enum's constant: `AssistanceRequest` is `ASSISTANCE_REQUEST`. */
export function constantOf(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}
