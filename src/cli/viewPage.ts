import type { FieldOutlook, Outlook } from '../disclosure/study/levelText.ts'
import type { TypeView } from '../disclosure/study/viewMatrix.ts'
import type { BureauView } from './viewText.ts'

/** Signs beside the words, so that levels can be told apart at a glance and without colour. */
const signs = { none: '○', masked: '◔', generalised: '◑', full: '●', hit: '◔', listed: '●', depends: '◇' } as const

/** The matrix as one page that needs nothing from anywhere else: for reading, printing and filing. */
export function viewPage(caller: string, views: readonly BureauView[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What ${escape(caller)} may learn</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>What one caller may learn</h1>
<p class="caller">${escape(caller)}</p>
<p>Worked out from the bureaus' rules alone: no record was read. Fields are shown of records that are listed, and of no others.
A permit whose condition cannot be told does not grant; a cap whose condition cannot be told applies.</p>
<ul class="legend">${(['full', 'generalised', 'masked', 'none', 'depends'] as const).map((level) => `<li>${badge(level)}</li>`).join('')}</ul>
<nav aria-label="Bureaus"><ul>${views.map(({ code, name }) => `<li><a href="#${escape(code)}">${escape(code)} ${escape(name)}</a></li>`).join('')}</ul></nav>
</header>
<main>
${views.map(bureauSection).join('\n')}
</main>
</body>
</html>
`
}

type Shown = keyof typeof signs

const words: Readonly<Record<Shown, string>> = {
  none: 'withheld',
  masked: 'masked',
  generalised: 'generalised',
  full: 'full',
  hit: 'hit check only',
  listed: 'listed',
  depends: 'it depends',
}

function badge(level: Shown, word: string = words[level]): string {
  return `<span class="level ${level}"><span aria-hidden="true">${signs[level]}</span> ${word}</span>`
}

function bureauSection({ code, name, version, types }: BureauView): string {
  const body = types === null ? '<p>Its rules cannot be read.</p>' : types.map((type) => typeSection(code, type)).join('\n')
  return `<section aria-labelledby="${escape(code)}">
<h2 id="${escape(code)}">${escape(code)} <small>${escape(name)}${version === '' ? '' : `, rules of version ${escape(version)}`}</small></h2>
${body}
</section>`
}

function typeSection(code: string, { type, record, fields, notes }: TypeView): string {
  const id = `${escape(code)}-${escape(type)}`
  const level: Shown = record.lowest === record.highest ? record.highest : 'depends'
  const unlisted = record.lowest === 'none' && record.highest === 'none' ? badge('none', 'not shown') : badge(level)
  const head = `<h3 id="${id}">${escape(type)}</h3>
<div class="record">${unlisted}${level === 'depends' ? ` ${outlookText(record)}` : ''}</div>
${notes.map((note) => `<p class="note">${escape(note)}</p>`).join('\n')}`
  if (record.highest !== 'listed') return head
  return `${head}
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table>
<thead><tr><th scope="col" class="field">Field</th><th scope="col" class="at">Level</th><th scope="col">When</th></tr></thead>
<tbody>
${fields.map(fieldRow).join('\n')}
</tbody></table></div>`
}

function fieldRow(outlook: FieldOutlook): string {
  const { field, lowest, highest } = outlook
  const waits = lowest !== highest
  return `<tr><th scope="row">${escape(field)}</th><td>${badge(waits ? 'depends' : highest)}</td><td>${waits ? outlookText(outlook) : ''}</td></tr>`
}

/** Caps one under the other: each on its own lowers. */
function outlookText({ raised, lowered }: Outlook): string {
  const caps = lowered.map(({ to, conditions, uncertain }) => {
    const any = `${to} if ${conditions.length > 1 ? 'any of these holds' : 'this holds'}${uncertain ? ' or cannot be told' : ''}:`
    return `<p>${escape(any)}</p><ul class="caps">${conditions.map((one) => `<li>${escape(one)}</li>`).join('')}</ul>`
  })
  return `<p>${escape(raised)}</p>${caps.join('')}`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const style = `
:root { color-scheme: light dark; --ink: #1b2430; --paper: #fbfaf7; --line: #d7d3c8; --quiet: #5a6472; --full: #1d6b45; --coarse: #7a5200; --none: #5a6472; --depends: #234f96 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6df; --paper: #14181f; --line: #39414d; --quiet: #a3adba; --full: #7fd1a5; --coarse: #e6bd6a; --none: #a3adba; --depends: #9bbcf2 } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 64rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; letter-spacing: -.01em }
h2 { margin: 3rem 0 .5rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink) }
h2 small { font-weight: 400; font-size: .65em; color: var(--quiet) }
h3 { margin: 2rem 0 .25rem }
p { max-width: 46rem; margin: .35rem 0 }
.caller { font-size: 1.1rem; font-weight: 600 }
.note { color: var(--quiet) }
ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; margin: .8rem 0 }
ul.caps { display: block; list-style: disc; padding-left: 1.3rem; margin: .2rem 0 .4rem }
td p { margin: 0 } .record p { margin: .35rem 0 }
a { color: var(--depends) }
.scroll { overflow-x: auto; margin-top: .7rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line) }
thead th { font-size: .85rem; color: var(--quiet); font-weight: 600 }
th.field { width: 28% } th.at { width: 20% }
tbody th { font-weight: 500; white-space: nowrap }
.level { white-space: nowrap; font-weight: 600 }
.full, .listed { color: var(--full) } .generalised, .masked, .hit { color: var(--coarse) } .none { color: var(--none) } .depends { color: var(--depends) }
:focus-visible { outline: 3px solid var(--depends); outline-offset: 2px }
@media print { body { max-width: none; background: none } .scroll { overflow: visible } section { break-inside: auto } tr { break-inside: avoid } nav { display: none } }
`
