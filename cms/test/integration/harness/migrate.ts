/** Run as a process: applies all migrations to the database that the environment names. */
import { openPayload } from '../../../src/database/openPayload.ts'

const payload = await openPayload(() => {})
await payload.destroy()
