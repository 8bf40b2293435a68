/**
 * Words that belong to names without telling people apart: articles, "of", "son of", "and", and titles. They are left out where enough else remains,
 * because half of all clerks leave them out. Chosen by hand from general knowledge of names; no list was copied.
 */
export const particles: ReadonlySet<string> = new Set(
  (
    'al el ul ash es ed er ez esh il bin ibn ben bint binti binte ould wuld abd abdul abdel abdal abdoul abdur abu abou ebu umm um ' +
    'mr mrs ms dr sir sheikh shaikh cheikh haji hajji hajj mullah maulavi sayyid sayed syed jr sr'
  ).split(' '),
)

/** Particles that are names of their own elsewhere (`Nguyễn Văn An`): left out only where two other words remain. */
export const weakParticles: ReadonlySet<string> = new Set(
  'as ad an ar at az de del della dello di da das do dos du des la le las los lo von van vom zu zur zum und der den ter ten te af av y e i bat bar'.split(
    ' ',
  ),
)

/** Slavic names after the father, in Latin letters. Two people may bear the same name and differ in this; who leaves it out says nothing by that. */
export const patronymic =
  /(?:ov|ev|ew|ow)(?:i?tsch|i?ch|i?c|ich|itch|itsch|iç|ic|icz|yc|ych)$|(?:ov|ev|ow|ew|ich|in)n[aá]$|(?:oglu|ogly|kyzy|qizi|dottir)$/
