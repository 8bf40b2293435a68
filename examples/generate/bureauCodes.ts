/** The five members. None of these codes will ever be a country: ISO 3166-1 keeps them for users. */
export const bureauCodes = ['XA', 'XB', 'XC', 'XD', 'XE'] as const
export type BureauCode = (typeof bureauCodes)[number]

/** The language each bureau works in; it also sets how the bureau spells names of other scripts. */
export const tongueOf = { XA: 'de', XB: 'fr', XC: 'es', XD: 'pt', XE: 'tr' } as const
export type Tongue = (typeof tongueOf)[BureauCode]

/** Countries persons come from: the five members and five that are none. */
export const countries = [...bureauCodes, 'XF', 'XG', 'XH', 'XL', 'XM'] as const

/** How each language calls them. */
export const countryNames: Readonly<Record<string, Readonly<Record<Tongue, string>>>> = {
  XA: { de: 'Arlund', fr: 'Arlonde', es: 'Arlundia', pt: 'Arlúndia', tr: 'Arlundya' },
  XB: { de: 'Belmarn', fr: 'Belmarre', es: 'Belmarra', pt: 'Belmarra', tr: 'Belmara' },
  XC: { de: 'Korawien', fr: 'Coravie', es: 'Coravia', pt: 'Corávia', tr: 'Koravya' },
  XD: { de: 'Dorwelen', fr: 'Dorvèle', es: 'Dorvela', pt: 'Dorvela', tr: 'Dorvela' },
  XE: { de: 'Esparhan', fr: 'Esparhane', es: 'Esparhán', pt: 'Esparã', tr: 'Esparhan' },
  XF: { de: 'Falmerland', fr: 'Falmérie', es: 'Falmeria', pt: 'Falméria', tr: 'Falmeriya' },
  XG: { de: 'Grevonien', fr: 'Grévonie', es: 'Grevonia', pt: 'Grevónia', tr: 'Grevonya' },
  XH: { de: 'Haruan', fr: 'Harouan', es: 'Haruán', pt: 'Haruã', tr: 'Haruvan' },
  XL: { de: 'Lorwik', fr: 'Lorvic', es: 'Lorvica', pt: 'Lórvica', tr: 'Lorvik' },
  XM: { de: 'Meridonien', fr: 'Méridonie', es: 'Meridonia', pt: 'Meridónia', tr: 'Meridonya' },
}

/** Where a bureau keeps a record: the key is in that bureau's own style. */
export function keyFor(bureau: BureauCode, type: RecordTypeName, n: number, year: string, hex: string): string {
  const yy = year.slice(2)
  const letter = { Person: 'P', Notice: 'A', AssistanceRequest: 'C', Operation: 'O' }[type]
  switch (bureau) {
    case 'XA':
      return String({ Person: 100_000, Notice: 4_000_000, AssistanceRequest: 7_000_000, Operation: 900 }[type] + n)
    case 'XB':
      return `${letter}${yy}-${String(n).padStart(6, '0')}`
    case 'XC':
      return `${{ Person: 'suj', Notice: 'req', AssistanceRequest: 'coo', Operation: 'opv' }[type]}_${hex}`
    case 'XD':
      return `${String(n).padStart(7, '0')}/${yy}`
    case 'XE':
      return `${{ Person: 'KS', Notice: 'BL', AssistanceRequest: 'TL', Operation: 'HR' }[type]}-${year}-${String(n).padStart(6, '0')}`
  }
}

export type RecordTypeName = 'Person' | 'Notice' | 'AssistanceRequest' | 'Operation'
