import { readCatalogue } from '../../src/api/readCatalogue.ts'

/** The catalogue of the real schema. */
export const catalogue = readCatalogue()
