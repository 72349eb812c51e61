import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`held_changes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`document\` text NOT NULL,
  	\`user\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`mine\` text,
  	\`revised_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`held_changes_document_idx\` ON \`held_changes\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`held_changes_user_idx\` ON \`held_changes\` (\`user\`);`)
  await db.run(sql`CREATE INDEX \`held_changes_updated_at_idx\` ON \`held_changes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`held_changes_created_at_idx\` ON \`held_changes\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`held_changes\`;`)
}
