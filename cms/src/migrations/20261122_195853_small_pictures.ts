import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160webp_url\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160webp_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160webp_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160webp_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160webp_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160webp_filename\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160avif_url\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160avif_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160avif_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160avif_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160avif_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_w160avif_filename\` text;`)
  await db.run(sql`CREATE INDEX \`media_sizes_w160webp_sizes_w160webp_filename_idx\` ON \`media\` (\`sizes_w160webp_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_w160avif_sizes_w160avif_filename_idx\` ON \`media\` (\`sizes_w160avif_filename\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`media_sizes_w160webp_sizes_w160webp_filename_idx\`;`)
  await db.run(sql`DROP INDEX \`media_sizes_w160avif_sizes_w160avif_filename_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160webp_url\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160webp_width\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160webp_height\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160webp_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160webp_filesize\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160webp_filename\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160avif_url\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160avif_width\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160avif_height\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160avif_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160avif_filesize\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_w160avif_filename\`;`)
}
