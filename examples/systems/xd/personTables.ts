import { formatDay } from '../../generate/days.ts'
import type { Entered, TruthName, TruthPerson } from '../../generate/truth.ts'
import { type CodeTable, codeOf, codeOrNull, codesOf } from '../codes.ts'
import { type Cell, type Table, tableOf } from '../table.ts'

/** Codes of XD. */
export const cod = (table: CodeTable, value: string | null) => codeOrNull(table, value, 'XD')
/** `S` or `N`. */
export const sim = (yes: boolean) => (yes ? 'S' : 'N')
/** `dd.MM.aaaa`, `MM.aaaa` or `aaaa`. */
export const data = (day: string | null) => (day === null ? null : formatDay(day.replace('~', ''), 'dd.MM.yyyy').replaceAll('00.', ''))
/** Several codes in one column. */
export const juntos = (table: CodeTable, values: readonly string[]) => (values.length === 0 ? null : codesOf(table, values, 'XD').join(';'))

/** XD's register of individuals. */
export function personTables(persons: readonly TruthPerson[]): Table[] {
  const each = <T>(list: (person: TruthPerson) => readonly T[], row: (item: T, seq: number) => Readonly<Record<string, Cell>>) =>
    persons.flatMap((person) => list(person).map((item, i) => ({ cod_individuo: person.key, ...row(item, i + 1) })))
  return [
    tableOf('TB_INDIVIDUO', persons.map(personRow)),
    tableOf(
      'TB_ALCUNHA',
      each(
        (person) => person.names.slice(1),
        (name, seq) => ({
          seq,
          tipo: cod('nameKind', name.kind),
          nome: wholeName(name),
          grafia: name.originalScript,
          fiavel: cod('quality', name.quality),
        }),
      ),
    ),
    tableOf(
      'TB_PALAVRA',
      each(wordsOf, (palavra) => ({ palavra })),
    ),
    tableOf(
      'TB_NACIONALIDADE',
      each(
        (person) => person.nationalities,
        ({ country, confirmed }) => ({ pais: cod('country', country), confirmada: sim(confirmed) }),
      ),
    ),
    tableOf(
      'TB_DOCUMENTO',
      each(
        (person) => person.documents,
        (paper, seq) => ({
          seq,
          tipo: cod('documentKind', paper.kind),
          numero: paper.number,
          pais: cod('country', paper.issuingCountry),
          estado: cod('documentStatus', paper.status),
          emitido: data(paper.issuedOn),
          validade: data(paper.expiresOn),
        }),
      ),
    ),
    tableOf(
      'TB_MORADA',
      each(
        (person) => person.addresses,
        (address) => ({
          rua: address.street,
          cod_postal: address.postalCode,
          localidade: address.city,
          pais: cod('country', address.country),
        }),
      ),
    ),
    tableOf(
      'TB_FAMILIAR',
      each(
        (person) => person.parents,
        (parent) => ({ parentesco: cod('relation', parent.relation), apelidos: parent.family, nome: parent.given }),
      ),
    ),
    tableOf(
      'TB_CONTACTO',
      each(
        (person) => person.contacts,
        (contact) => ({ tipo: cod('contactKind', contact.kind), valor: contact.value }),
      ),
    ),
  ]
}

/** The words of all names in small letters without marks, as XD's clerks type them to search. */
function wordsOf({ names }: TruthPerson): readonly string[] {
  const words = names.map(wholeName).join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(words.match(/[a-z]+/g) ?? [])].toSorted()
}

/** One column holds the whole name; patronymics stand among the given names. */
export function wholeName({ family, given, patronymic }: TruthName): string {
  return `${family}, ${given}${patronymic === null ? '' : ` ${patronymic}`}`
}

function personRow(person: TruthPerson) {
  const [main] = person.names
  const warned = (warning: string) => sim(person.warnings.includes(warning))
  return {
    cod_individuo: person.key,
    situacao: codeOf('status', person.status, 'XD'),
    nome_completo: main === undefined ? null : wholeName(main),
    nome_original: main?.originalScript ?? null,
    sexo: codeOf('sex', person.sex, 'XD'),
    dt_nasc: data(person.birthDate),
    nasc_aprox: sim(person.birthDate?.endsWith('~') === true),
    local_nasc: person.birthPlace?.name ?? null,
    pais_nasc: cod('country', person.birthPlace?.country ?? null),
    dt_obito: data(person.deathDate),
    altura_mm: person.heightCm === null ? null : person.heightCm * 10,
    peso_kg: person.weightKg,
    olhos: cod('colour', person.eyes),
    cabelo: cod('colour', person.hair),
    compleicao: person.build,
    sinais: person.marks.length === 0 ? null : person.marks.join('; '),
    idiomas: person.languages.length === 0 ? null : person.languages.join(';'),
    profissao: person.occupation,
    armado: warned('ARMED'),
    violento: warned('VIOLENT'),
    risco_fuga: warned('ESCAPE_RISK'),
    risco_suicidio: warned('SUICIDE_RISK'),
    contagioso: warned('INFECTIOUS'),
    drogas: warned('DRUG_USE'),
    protecao: juntos('protectedClass', person.protectedClasses),
    paises_excluidos: juntos('country', person.excludedCountries),
    sit_legal: person.legalSituation,
    obs: person.remarks,
    origem: cod('country', person.heldFor),
    ...enteredRow(person),
    dt_eliminacao: data(person.expiresOn),
  }
}

/** What every register of XD keeps of an entry. */
export function enteredRow(record: Entered) {
  return {
    grau: cod('confidentiality', record.confidentiality),
    cod_h: record.handlingCode,
    dt_cadastro: Date.parse(record.recordedAt) / 1000,
    dt_alteracao: Date.parse(record.updatedAt) / 1000,
  }
}
