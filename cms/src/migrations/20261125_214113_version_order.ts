import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`_posts_v_parent_updated_idx\` ON \`_posts_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_parent_updated_idx\` ON \`_comparison_tables_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_parent_updated_idx\` ON \`_takeaway_cards_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_parent_updated_idx\` ON \`_services_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_updated_idx\` ON \`_pages_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_parent_updated_idx\` ON \`_ctas_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`_posts_v_parent_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_comparison_tables_v_parent_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_takeaway_cards_v_parent_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_services_v_parent_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_parent_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_ctas_v_parent_updated_idx\`;`)
}
