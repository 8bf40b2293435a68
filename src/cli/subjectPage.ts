/** The report as the hub answers it. */
export interface SubjectReportAnswer {
  readonly madeAt: string
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string; readonly note: string } | null
  readonly records: readonly ReportedRecordAnswer[]
}

interface BureauAnswer {
  readonly code: string
  readonly name: string
}

interface ReportedRecordAnswer {
  readonly id: string
  readonly recordType: string
  readonly owner: BureauAnswer
  readonly disclosures: readonly DisclosureAnswer[]
}

interface DisclosureAnswer {
  readonly entry: number
  readonly at: string
  readonly kind: string
  readonly readerBureau: BureauAnswer
  readonly readerRoles: readonly string[]
  readonly purpose: string
  readonly emergency: string | null
  readonly fields: readonly { readonly field: string; readonly level: string }[]
  readonly rules: readonly string[]
  readonly policyVersion: string | null
  readonly basis: readonly { readonly id: string; readonly title: string; readonly why: string | null }[]
}

/** The report as one page that needs nothing from anywhere else: for reading, printing and filing. */
export function subjectPage({ madeAt, checkpoint, records }: SubjectReportAnswer): string {
  const accesses = records.reduce((sum, { disclosures }) => sum + disclosures.length, 0)
  const readers = new Set(records.flatMap(({ disclosures }) => disclosures.map(({ readerBureau }) => readerBureau.code)))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What was disclosed</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>What was disclosed of these records</h1>
<p>Made on ${instant(madeAt)}. Records: ${records.length}. Accesses: ${accesses}, by officers of ${readers.size} ${readers.size === 1 ? 'bureau' : 'bureaus'}.</p>
<p>Everything that was on record by then is here. Values of records are not: the ledger holds none.</p>
</header>
<main>
${records.map(recordSection).join('\n')}
</main>
<footer>${checkpoint === null ? '' : `<h2>What it can be held against</h2><p>The ledger as the hub last signed it: ${checkpoint.size} entries.</p><pre>${escape(checkpoint.note)}</pre>`}</footer>
</body>
</html>
`
}

function recordSection({ id, recordType, owner, disclosures }: ReportedRecordAnswer, index: number): string {
  const name = `record-${index + 1}`
  const body =
    disclosures.length === 0
      ? '<p>It was disclosed to nobody.</p>'
      : `<table><thead><tr><th scope="col">When</th><th scope="col">To whom</th><th scope="col">Why</th><th scope="col">What</th><th scope="col">On what basis</th></tr></thead>
<tbody>
${disclosures.map(row).join('\n')}
</tbody></table>`
  return `<section aria-labelledby="${name}">
<h2 id="${name}">${escape(recordType)} of ${escape(owner.code)} <small>${escape(owner.name)}</small></h2>
<p class="id">${escape(id)}</p>
${body}
</section>`
}

function row(one: DisclosureAnswer): string {
  const { at, entry, readerBureau, readerRoles, purpose, kind, emergency } = one
  const how = kind === 'READ' ? '' : `<br>${escape(kindWords[kind] ?? kind)}`
  const under = emergency === null ? '' : '<br>under an emergency access'
  return `<tr><th scope="row">${instant(at)}<br><small>entry ${entry}</small></th>
<td>${escape(readerBureau.code)} ${escape(readerBureau.name)}<br><small>${escape(readerRoles.join(', '))}</small></td>
<td>${escape(purpose)}${how}${under}</td>
<td>${fieldsText(one)}</td>
<td>${basisText(one)}</td></tr>`
}

const kindWords: Readonly<Record<string, string>> = { ALERT: 'by an alert', HIT: 'by a hit check', EMERGENCY: 'emergency access' }
const levelWords: Readonly<Record<string, string>> = { FULL: 'in full', GENERALISED: 'generalised', MASKED: 'masked', NONE: 'withheld' }

function fieldsText({ fields }: DisclosureAnswer): string {
  const byLevel = Map.groupBy(fields, ({ level }) => level)
  const lines = Object.keys(levelWords).flatMap((level) => {
    const among = byLevel.get(level) ?? []
    return among.length === 0 ? [] : [`${levelWords[level]}: ${escape(among.map(({ field }) => field).join(', '))}`]
  })
  return lines.length === 0 ? 'that there is such a record' : lines.join('<br>')
}

function basisText({ rules, basis, policyVersion }: DisclosureAnswer): string {
  const words = new Map(basis.map((one) => [one.id, one.why === null ? one.title : `${one.title} (${one.why})`]))
  const lines = rules.map((id) => `<li><b>${escape(id)}</b>${words.has(id) ? ` ${escape(words.get(id) ?? '')}` : ''}</li>`)
  const version = policyVersion === null ? '' : `<p>rules of version ${escape(policyVersion)}</p>`
  return lines.length === 0 ? `<p>the bureau’s own officers</p>${version}` : `<ul>${lines.join('')}</ul>${version}`
}

/** To the second, in UTC. */
function instant(at: string): string {
  return `<time datetime="${escape(at)}">${escape(at.slice(0, 19).replace('T', ' '))} UTC</time>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const style = `
:root { color-scheme: light dark; --ink: #1b2430; --paper: #fbfaf7; --line: #d7d3c8; --quiet: #5a6472 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6df; --paper: #14181f; --line: #39414d; --quiet: #a3adba } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 72rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.7rem; margin: 0 0 .25rem }
h2 { margin: 2.5rem 0 .3rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink) }
h2 small { font-weight: 400; font-size: .65em; color: var(--quiet) }
.id, small { color: var(--quiet) } .id { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line) }
thead th { font-size: .85rem; color: var(--quiet) } tbody th { font-weight: 500; white-space: nowrap }
ul { margin: 0; padding-left: 1.1rem } td p { margin: .2rem 0 0; color: var(--quiet) }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem }
@page { size: A4; margin: 18mm }
@media print { body { max-width: none; padding: 0; background: none; font-size: 10pt } thead { display: table-header-group } tr { break-inside: avoid } h2 { break-after: avoid } }
`
