/** A demo person or system: what its token says. Fictional, all of them. */
export interface Persona {
  /** `xb-investigator`. */
  readonly id: string
  /** A name for the page; tokens carry `personRef` only. */
  readonly name: string
  readonly title: string
  readonly personRef: string
  readonly bureau: string
  readonly organisation: string
  readonly unit: string
  readonly roles: readonly string[]
  /** 0 to 3. */
  readonly clearance: number
  readonly purposes: readonly string[]
}

const police = ['INVESTIGATION', 'PROSECUTION', 'IDENTIFICATION', 'MISSING_PERSON', 'PREVENTION_THREAT']

/** A dozen people and systems of five bureaus. */
export const personas: readonly Persona[] = [
  persona('xa-ncb-officer', 'Mira Tolvan', 'NCB officer, XA', 'National Central Bureau', 'Desk', ['NCB_OFFICER'], 3, [
    ...police,
    'SENTENCE_EXECUTION',
    'SANCTIONS',
  ]),
  persona('xa-policy-officer', 'Jorun Askel', 'Policy officer, XA', 'National Central Bureau', 'Legal', ['POLICY_OFFICER'], 3, [
    'COMPLIANCE_REVIEW',
  ]),
  persona('xb-investigator', 'Dario Venk', 'Investigator, XB', 'Criminal Police', 'Fugitives', ['INVESTIGATOR'], 2, police),
  persona('xb-analyst', 'Ilse Marant', 'Analyst, XB', 'Criminal Police', 'Analysis', ['ANALYST'], 1, [
    'INVESTIGATION',
    'PREVENTION_THREAT',
  ]),
  persona(
    'xb-duty-officer',
    'Olav Brenn',
    'Duty officer, XB',
    'National Central Bureau',
    'Command centre',
    ['DUTY_OFFICER', 'NCB_OFFICER'],
    2,
    [...police, 'BORDER_CHECK'],
  ),
  persona('xc-border', 'Sanna Okori', 'Border officer, XC', 'Border Guard', 'Airport', ['BORDER_OFFICER'], 1, ['BORDER_CHECK']),
  persona('xc-investigator', 'Teodor Lys', 'Investigator, XC', 'Judicial Police', 'Financial crime', ['INVESTIGATOR'], 2, [
    ...police,
    'ASSET_TRACING',
  ]),
  persona('xc-prosecutor', 'Vera Quist', 'Prosecutor, XC', 'Prosecution Service', 'International', ['JUDICIAL_AUTHORITY'], 3, [
    'PROSECUTION',
    'SENTENCE_EXECUTION',
  ]),
  persona('xd-liaison', 'Rui Pampel', 'Liaison officer of XD', 'National Central Bureau', 'Posting in XA', ['LIAISON'], 2, [
    'INVESTIGATION',
    'IDENTIFICATION',
    'MISSING_PERSON',
  ]),
  persona('xd-ncb-officer', 'Edda Korn', 'NCB officer, XD', 'National Central Bureau', 'Desk', ['NCB_OFFICER'], 2, [
    ...police,
    'BORDER_CHECK',
  ]),
  persona('xe-auditor', 'Lior Basten', 'Auditor, XE', 'Court of Audit', 'Information systems', ['AUDITOR'], 2, ['AUDIT', 'OVERSIGHT']),
  persona('xe-gate', 'Gate 7', 'Machine client: a border gate of XE', 'Border Guard', 'Gates', ['MACHINE'], 0, ['BORDER_CHECK']),
]

function persona(
  id: string,
  name: string,
  title: string,
  organisation: string,
  unit: string,
  roles: readonly string[],
  clearance: number,
  purposes: readonly string[],
): Persona {
  const bureau = id.slice(0, 2).toUpperCase()
  return { id, name, title, personRef: `${bureau}-${id.slice(3)}`, bureau, organisation, unit, roles, clearance, purposes }
}
