import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`feed\` ADD \`fields\` text;`)
  await db.run(sql`ALTER TABLE \`webs\` ADD \`touched\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`feed\` DROP COLUMN \`fields\`;`)
  await db.run(sql`ALTER TABLE \`webs\` DROP COLUMN \`touched\`;`)
}
