const longest = 2000

/**
 * A message of graphql-js about the caller's own text, without the values in it. A value that is searched for (a name, a document number)
 * would otherwise travel back through every log and error tracker on the way; suggestions would spell out what was not asked. What
 * remains names the place and the form that is wanted.
 */
export function plainMessage(message: string): string {
  // A value can be as long as a request; looking through it would cost more than the message is worth.
  if (message.length > longest) return 'A value does not have the form that the schema wants.'
  const text = message.replace(/ ?Did you mean .*\?$/s, '')
  const variable = /^Variable "(\$\w+)" got invalid value .*$/s.exec(text)
  if (variable === null) return plainLiteral(text)
  const place = placeIn(text)
  return `Variable "${variable[1]}" got an invalid value${place === null ? '' : ` at "${place}"`}. ${reasonIn(text)}`.trimEnd()
}

/**
 * What comes after the value, wherever the value ends: every pattern holds names of the schema and no value, and is bound to the end of
 * the message.
 */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/; (Expected non-nullable type "[\w![\]]+" not to be null\.)$/, '$1'],
  [/; (Expected type "\w+" to be an object\.)$/, '$1'],
  [/; (Field "\w+" of required type "[\w![\]]+" was not provided\.)$/, '$1'],
  [/; Field "[^"]*" is not defined by type "(\w+)"\.$/, 'It has a field that "$1" does not have.'],
  [/; Exactly one key must be specified for OneOf type "(\w+)"\.$/, '"$1" takes exactly one field.'],
  [/does not exist in "(\w+)" enum\.$/, 'It is no value of "$1".'],
  [/; Enum "(\w+)" cannot represent .*$/s, 'It is no value of "$1".'],
  [/; (Int|Float|String|Boolean|ID) cannot represent .*$/s, 'It is no "$1".'],
  [/Expected type "\w+"\. (\w+ wants [^"]*)$/, '$1.'],
]

function reasonIn(text: string): string {
  for (const [pattern, plain] of reasons) {
    const match = pattern.exec(text)
    if (match !== null) return plain.replace('$1', match[1] ?? '')
  }
  return ''
}

/**
 * Where in the variable, as a path of the schema's own field names. Told for a single value only, whose end is certain since its quotes
 * are escaped; keys of an object could pose as a path.
 */
function placeIn(text: string): string | null {
  const single = /^Variable "\$\w+" got invalid value (?:"(?:[^"\\]|\\.)*"|[\w.+-]+) at "(\w+(?:\.\w+|\[\d+\])+)"; /.exec(text)
  return single?.[1] ?? null
}

/** Literals in the document: the caller knows them, and has the location. */
const literals: readonly (readonly [RegExp, string])[] = [
  [/^Value .* does not exist in "(\w+)" enum\.$/s, 'The value is none of enum "$1".'],
  [/^Enum "(\w+)" cannot represent .*$/s, 'The value is none of enum "$1".'],
  [/^(Int|Float|String|Boolean|ID) cannot represent .*$/s, 'The value is no "$1".'],
  [/^Expected value of type "([\w![\]]+)", found .*; (\w+ wants [^"]*)$/s, 'Expected a value of type "$1": $2.'],
  [/^Expected value of type "([\w![\]]+)", found .*$/s, 'Expected a value of type "$1".'],
  [/^Argument "(\w+)" has invalid value .*$/s, 'Argument "$1" has an invalid value.'],
  [/^(Syntax Error: [^"]*)(String|BlockString|Int|Float|Name|Comment) ".*$/s, '$1$2.'],
  [/^(Syntax Error: (?:Invalid|Unexpected) [^:"]*): .*$/s, '$1.'],
]

function plainLiteral(text: string): string {
  for (const [pattern, plain] of literals) if (pattern.test(text)) return text.replace(pattern, plain)
  return text
}
