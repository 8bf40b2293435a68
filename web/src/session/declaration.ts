/** Why the caller asks: sent with every request. */
export interface Declaration {
  /** A name of `Purpose`. */
  readonly purpose: string
  /** Case reference; empty when there is none. */
  readonly caseReference: string
  /** Id of the emergency access to ask under; absent or empty when there is none. */
  readonly emergency?: string
}

/** What a case reference may look like, as the body of a regular expression. */
export const caseReferencePattern = '[A-Za-z0-9][A-Za-z0-9._\\/\\-]{0,63}'

/** What the id of an emergency access may look like, as the body of a regular expression. */
export const emergencyIdPattern = '[A-Za-z0-9_\\-]{1,64}'

/** The header `Comity-Emergency`, for a request that is asked under an emergency access. Throws when the id would not survive in a header. */
export function emergencyHeader({ emergency = '' }: Declaration): Readonly<Record<string, string>> {
  const id = emergency.trim()
  if (id === '') return {}
  if (!new RegExp(`^${emergencyIdPattern}$`).test(id))
    throw new Error('That is no id of an emergency access: take the one that invokeEmergency gave.')
  return { 'comity-emergency': id }
}

/** The value of the header `Comity-Purpose`. Throws without a purpose, or when the case reference would not survive in a header. */
export function purposeHeader(declaration: Declaration): string {
  if (declaration.purpose === '') throw new Error('Declare a purpose first: the hub answers no question without one.')
  const reference = declaration.caseReference.trim()
  if (reference === '') return declaration.purpose
  if (!new RegExp(`^${caseReferencePattern}$`).test(reference)) {
    throw new Error('The case reference may have up to 64 letters, digits, dots, dashes, slashes and underscores.')
  }
  return `${declaration.purpose}; case=${reference}`
}
