/** Who plays: officers of four bureaus and of the Secretariat. Fictional, all of them. */
const police = ['INVESTIGATION', 'PROSECUTION', 'PREVENTION_THREAT']

export const cast = [
  actor('xa-officer', 'XA', 'Mira Tolvan', ['NCB_OFFICER', 'INVESTIGATOR'], 3, police),
  actor('xb-officer', 'XB', 'Olav Brenn', ['NCB_OFFICER', 'INVESTIGATOR'], 2, police),
  actor('xc-officer', 'XC', 'Renata Solis', ['NCB_OFFICER', 'INVESTIGATOR', 'JUDICIAL_AUTHORITY'], 2, police),
  actor('xc-border', 'XC', 'Sanna Okori', ['BORDER_OFFICER'], 1, ['BORDER_CHECK']),
  actor('xd-border', 'XD', 'Bento Farias', ['BORDER_OFFICER'], 1, ['BORDER_CHECK']),
  actor('xs-reviewer', 'XS', 'Ade Lindqvist', ['NCB_OFFICER'], 3, ['COMPLIANCE_REVIEW']),
]

function actor(id: string, bureau: string, name: string, roles: readonly string[], clearance: number, purposes: readonly string[]) {
  return {
    id,
    bureau,
    name,
    title: `${name}, ${bureau}`,
    personRef: `${bureau}-${id}`,
    organisation: 'Story',
    unit: 'Story',
    roles,
    clearance,
    purposes,
  }
}
