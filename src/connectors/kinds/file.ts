import { fileOptionsSchema } from '../file/fileOptions.ts'

/** Options of kind `file`. */
export const optionsSchema = fileOptionsSchema
