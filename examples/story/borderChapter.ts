import type { PublishedRed } from './noticeChapter.ts'
import type { Answer, Stage } from './stage.ts'

/** Somebody shows a passport at XD's border; the Red notice's owner is told, and the notice is fulfilled. */
export async function borderChapter({ ask, tell, sees }: Stage, red: PublishedRed): Promise<void> {
  tell('At XD’s border somebody shows a passport.')
  const { hitCheck } = await ask(
    'xd-border',
    'mutation ($input: HitCheckInput!) { hitCheck(input: $input) { rows { bureau { code } outcome } } }',
    {
      input: { document: red.document },
    },
  )
  sees('xd-border', hitCheck.rows.map(({ bureau, outcome }: Answer) => `${bureau.code} ${outcome}`).join(', '))
  const { deskEntries } = await ask('xa-officer', '{ deskEntries { nodes { kind readerBureau { code } purpose } } }')
  const hit = deskEntries.nodes.find(({ kind }: Answer) => kind === 'HIT')
  sees('xa-officer', `at its desk: ${hit.kind} by ${hit.readerBureau.code}, for ${hit.purpose}`)
  const { state } = await red.act('xa-officer', 'FULFIL', { message: 'Arrested in XD.' })
  tell(`The notice has met its aim: it is ${state}.`)
  const { node } = await ask('xd-border', 'query ($id: ID!) { node(id: $id) { id } }', { id: red.id })
  sees('xd-border', node === null ? 'no such notice any more' : 'the notice')
}
