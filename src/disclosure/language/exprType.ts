import type { FieldType } from '../../model/catalogue.ts'

/** What an expression yields. All kinds of dates compare with one another, as intervals of days; all texts compare by code points. */
export type ExprType =
  | { readonly is: 'yesNo' }
  | { readonly is: 'number'; readonly whole: boolean }
  | { readonly is: 'date'; readonly kind: 'date' | 'dateTime' | 'partialDate' }
  | { readonly is: 'text'; readonly kind: 'string' | 'country' | 'language' }
  | { readonly is: 'enum'; readonly name: string }
  | { readonly is: 'object'; readonly fields: ReadonlyMap<string, FieldType> }
  | { readonly is: 'link'; readonly to: string; readonly inverse: boolean }
  | { readonly is: 'list'; readonly of: ExprType }

/** The type of a canonical field. */
export function typeOfField(field: FieldType): ExprType {
  const member = typeOfMember(field)
  return field.list ? { is: 'list', of: member } : member
}

function typeOfMember(field: FieldType): ExprType {
  switch (field.kind) {
    case 'boolean':
      return { is: 'yesNo' }
    case 'int':
    case 'float':
      return { is: 'number', whole: field.kind === 'int' }
    case 'date':
    case 'dateTime':
    case 'partialDate':
      return { is: 'date', kind: field.kind }
    case 'string':
    case 'country':
    case 'language':
      return { is: 'text', kind: field.kind }
    case 'enum':
      return { is: 'enum', name: field.enum ?? '?' }
    case 'object':
      return { is: 'object', fields: field.fields ?? new Map() }
    case 'link':
      return { is: 'link', to: field.to ?? '?', inverse: field.inverse !== undefined }
  }
}

/** The type in words, for messages. */
export function describeType(type: ExprType): string {
  switch (type.is) {
    case 'yesNo':
      return 'yes/no'
    case 'number':
      return type.whole ? 'int' : 'float'
    case 'date':
      return 'date'
    case 'text':
      return type.kind === 'string' ? 'string' : type.kind === 'country' ? 'country code' : 'language tag'
    case 'enum':
      return type.name
    case 'object':
      return 'composite value'
    case 'link':
      return `link to ${type.to}`
    case 'list':
      return `list of ${describeType(type.of)}`
  }
}

/** Whether two values of these types can be equal. */
export function comparable(a: ExprType, b: ExprType): boolean {
  if (a.is === 'enum' && b.is === 'enum') return a.name === b.name
  return a.is === b.is && (a.is === 'number' || a.is === 'date' || a.is === 'text')
}
