/** Fourteen invented individuals in the schema of the consolidated list, one for every form of birth date that it uses, and an entity. */
const bare = (type: string, inner: string) =>
  `<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>${type}</TYPE_OF_DATE>${inner}</INDIVIDUAL_DATE_OF_BIRTH>`
const nothing = '<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>'

const births: readonly string[] = [
  bare('EXACT', '<DATE>1971-04-28</DATE><NOTE>from false passport</NOTE>'),
  bare('EXACT', '<YEAR>1966</YEAR>'),
  bare('APPROXIMATELY', '<YEAR>1958</YEAR>'),
  bare('BETWEEN', '<FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR>'),
  bare('BETWEEN', '<FROM_YEAR>1955</FROM_YEAR><TO_YEAR>1958</TO_YEAR><NOTE>Approximately </NOTE>'),
  bare('EXACT', '<NOTE>Nov. 1973 </NOTE>'),
  bare('EXACT', '<NOTE>August 1961 </NOTE>'),
  bare('EXACT', '<YEAR>1958</YEAR><NOTE>Sep.</NOTE>'),
  bare('EXACT', '<NOTE>Between Aug. and Sep. 1977</NOTE>'),
  bare('APPROXIMATELY', '<NOTE>30-35 years old</NOTE>'),
  bare('EXACT', '<NOTE>24/06/1402 (Hijri Calendar)</NOTE>'),
  nothing,
  nothing + bare('EXACT', '<YEAR>1980</YEAR>') + bare('EXACT', '<DATE>1982-01-02</DATE>'),
  '',
]

const first = `
      <SECOND_NAME>TELMI</SECOND_NAME><THIRD_NAME>SARKUD</THIRD_NAME><FOURTH_NAME>DEVIN</FOURTH_NAME>
      <GENDER>Male</GENDER>
      <NAME_ORIGINAL_SCRIPT>أورفان</NAME_ORIGINAL_SCRIPT>
      <DESIGNATION><VALUE>Harbour master</VALUE><VALUE>Clerk</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>France</VALUE><VALUE>Côte d'Ivoire</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Orvan Telmy</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Ferryman</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME>O. T.</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><STREET>1 Mill Lane</STREET><CITY>Brumeville</CITY><ZIP_CODE>1000</ZIP_CODE><COUNTRY>France</COUNTRY><NOTE>as of 2020</NOTE></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_ADDRESS><COUNTRY>Portugal</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Altenmoor</CITY><STATE_PROVINCE>North</STATE_PROVINCE><COUNTRY>former Soviet Union</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><TYPE_OF_DOCUMENT2>service passport</TYPE_OF_DOCUMENT2><NUMBER>Q1234567</NUMBER>
        <ISSUING_COUNTRY>France</ISSUING_COUNTRY><DATE_OF_ISSUE>2011-05-03</DATE_OF_ISSUE><NOTE>cancelled</NOTE></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification
                                                  Number</TYPE_OF_DOCUMENT><NUMBER>77-001</NUMBER><COUNTRY_OF_ISSUE>Portugal</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Numéro de passeport </TYPE_OF_DOCUMENT><NUMBER>R7</NUMBER></INDIVIDUAL_DOCUMENT>`

const others = `
      <NATIONALITY><VALUE>na</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT/>`

function individual(birth: string, index: number): string {
  const listed = index === 1 ? '2015-07-01-04:00' : '2012-12-31'
  return `
    <INDIVIDUAL>
      <DATAID>${index + 1}</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>ORVAN</FIRST_NAME>
      <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>ZZi.${String(index + 1).padStart(3, '0')}</REFERENCE_NUMBER><LISTED_ON>${listed}</LISTED_ON>
      <COMMENTS1>Invented.</COMMENTS1>
      <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><LAST_DAY_UPDATED><VALUE>2016-10-13</VALUE></LAST_DAY_UPDATED>${index === 0 ? first : others}
      ${birth}
      <SORT_KEY/><SORT_KEY_LAST_MOD/>
    </INDIVIDUAL>`
}

/** The list as a file. */
export const syntheticUnList = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>${births.map(individual).join('')}
  </INDIVIDUALS>
  <ENTITIES><ENTITY><DATAID>900</DATAID><FIRST_NAME>VELMAR CARGO 12</FIRST_NAME></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>
`
