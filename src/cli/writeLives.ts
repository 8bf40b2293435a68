import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lives } from '../hub/lives.ts'
import { livesPage } from '../lives/drawing.ts'

/** `npm run lives`: draws the lives of what the hub keeps into the documentation. */
writeFileSync(join(import.meta.dirname, '../../docs/lives.md'), livesPage(lives))
