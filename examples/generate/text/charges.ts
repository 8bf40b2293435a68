import type { Tongue } from '../bureauCodes.ts'

/** Families of offences, each as the five languages of the bureaus charge it: German | French | Spanish | Portuguese | Turkish. */
const rows: Readonly<Record<string, string>> = {
  HOMICIDE: 'Totschlag|homicide volontaire|homicidio doloso|homicídio doloso|kasten öldürme',
  ASSAULT: 'schwere Körperverletzung|coups et blessures graves|lesiones graves|ofensas corporais graves|ağır yaralama',
  SEXUAL_OFFENCE: 'sexuelle Nötigung|agression sexuelle|agresión sexual|coação sexual|cinsel saldırı',
  HUMAN_TRAFFICKING: 'Menschenhandel|traite des êtres humains|trata de personas|tráfico de pessoas|insan ticareti',
  KIDNAPPING: 'Entführung|enlèvement et séquestration|secuestro|sequestro|adam kaçırma',
  ROBBERY: 'Raub|vol avec violence|robo con violencia|roubo|yağma',
  THEFT: 'Bandendiebstahl|vol en réunion|hurto en banda|furto qualificado|nitelikli hırsızlık',
  VEHICLE_CRIME:
    'Kraftfahrzeugverschiebung|trafic de véhicules volés|tráfico de vehículos robados|tráfico de viaturas furtadas|çalıntı araç ticareti',
  FRAUD: 'gewerbsmäßiger Betrug|escroquerie en bande organisée|estafa agravada|burla qualificada|nitelikli dolandırıcılık',
  CORRUPTION: 'Bestechung|corruption active|cohecho|corrupção ativa|rüşvet',
  MONEY_LAUNDERING: 'Geldwäsche|blanchiment de capitaux|blanqueo de capitales|branqueamento de capitais|suç gelirlerinin aklanması',
  DRUGS: 'Handel mit Betäubungsmitteln|trafic de stupéfiants|tráfico de drogas|tráfico de estupefacientes|uyuşturucu ticareti',
  FIREARMS: 'unerlaubter Waffenhandel|trafic d’armes|tráfico de armas|tráfico de armas|silah kaçakçılığı',
  TERRORISM:
    'Bildung einer terroristischen Vereinigung|association terroriste|pertenencia a organización terrorista|associação terrorista|silahlı örgüt üyeliği',
  ORGANISED_CRIME:
    'Bildung einer kriminellen Vereinigung|association de malfaiteurs|asociación ilícita|associação criminosa|suç örgütü kurma',
  CYBERCRIME:
    'Datenveränderung und Computersabotage|atteinte à un système informatique|daños informáticos|sabotagem informática|bilişim sistemine girme',
  ENVIRONMENT: 'unerlaubte Abfallverbringung|trafic de déchets|tráfico de residuos|tráfico de resíduos|atık kaçakçılığı',
  CULTURAL_PROPERTY:
    'Hehlerei mit Kulturgut|recel de biens culturels|receptación de bienes culturales|recetação de bens culturais|kültür varlığı kaçakçılığı',
  FORGERY: 'Urkundenfälschung|faux et usage de faux|falsedad documental|falsificação de documentos|resmî belgede sahtecilik',
  INTERNATIONAL_CRIME: 'Kriegsverbrechen|crime de guerre|crimen de guerra|crime de guerra|savaş suçu',
  OTHER: 'sonstige Straftat|autre infraction|otro delito|outro crime|diğer suç',
}

/** Every family that the generator uses. */
export const offenceFamilies: readonly string[] = Object.keys(rows)

const column: Readonly<Record<Tongue, number>> = { de: 0, fr: 1, es: 2, pt: 3, tr: 4 }

/** The charge in the words of one language. */
export function chargeIn(family: string, tongue: Tongue): string {
  return rows[family]?.split('|')[column[tongue]] ?? ''
}

/** Article of an invented penal code. */
export function lawIn(tongue: Tongue, article: number): string {
  return {
    de: `§ ${article} AStB`,
    fr: `art. ${article} C.pén.B.`,
    es: `art. ${article} CPC`,
    pt: `art. ${article}.º CPD`,
    tr: `EK m. ${article}`,
  }[tongue]
}
