import type { Edit, Leak } from './leak.ts'

const channels = 'test/properties/reference/channels.ts'

/** The raw records beside the view, for those who should not have them. */
const smuggled: Edit = {
  file: 'test/properties/reference/view.ts',
  find: 'return new Map(listed.map((one) => [refKey(one.ref), { ...one, values: withVisibleLinks(one, there) }]))',
  replace:
    'return Object.assign(new Map(listed.map((one) => [refKey(one.ref), { ...one, values: withVisibleLinks(one, there) }])), { raw: everythingIn(records) })',
}

function leak(channel: string, name: string, find: string, replace: string): Leak {
  return { name, channel, edits: [smuggled, { file: channels, find, replace }], check: 'definition', comparison: 'answers' }
}

/** Leaks in channels that the hub does not have yet, planted in their definition. */
export const definitionLeaks: readonly Leak[] = [
  leak('search', 'search reads withheld texts', 'return [...view.values()]\n    .map', 'return [...view.raw.values()]\n    .map'),
  leak(
    'idf',
    'a score knows how rare a word is among all records',
    'return 1',
    'return 1 / (1 + [..._view.raw.values()].filter((one) => JSON.stringify(one).includes(_word)).length)',
  ),
  leak(
    'etag',
    'a version is a function of the raw records',
    'JSON.stringify(recordsFound(question, view))',
    'JSON.stringify(recordsFound(question, view.raw))',
  ),
  leak('subscription delta', 'a hidden change is told', 'events: events(view, later, idOf)', 'events: events(view.raw, later.raw, idOf)'),
  leak(
    'unique probe',
    'a number is taken when another bureau has it',
    '[...view.values()].filter(({ ref }) => ref.bureau === caller.country)',
    '[...view.raw.values()]',
  ),
  leak(
    'audit echo',
    'the caller reads how many records there were',
    'given: recordsFound(question, view).length',
    'given: recordsFound(question, view.raw).length',
  ),
  leak(
    'cost',
    'a cost grows with what is stored',
    'return question.first * (1 + question.select.length)',
    'return question.first * (1 + _view.raw.size)',
  ),
]
