import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  // Written by hand: the rule for deleted users, which a column that is added would lack.
  await db.run(sql`ALTER TABLE \`posts\` ADD \`edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`posts\` ADD \`saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`posts\` ADD \`version_name\` text;`)
  await db.run(sql`CREATE INDEX \`posts_edited_by_idx\` ON \`posts\` (\`edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_posts_v\` ADD \`version_edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_posts_v\` ADD \`version_saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`_posts_v\` ADD \`version_version_name\` text;`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_edited_by_idx\` ON \`_posts_v\` (\`version_edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`comparison_tables\` ADD \`edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`comparison_tables\` ADD \`saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`comparison_tables\` ADD \`version_name\` text;`)
  await db.run(sql`CREATE INDEX \`comparison_tables_edited_by_idx\` ON \`comparison_tables\` (\`edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_comparison_tables_v\` ADD \`version_edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_comparison_tables_v\` ADD \`version_saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`_comparison_tables_v\` ADD \`version_version_name\` text;`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_version_version_edited_by_idx\` ON \`_comparison_tables_v\` (\`version_edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`takeaway_cards\` ADD \`edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`takeaway_cards\` ADD \`saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`takeaway_cards\` ADD \`version_name\` text;`)
  await db.run(sql`CREATE INDEX \`takeaway_cards_edited_by_idx\` ON \`takeaway_cards\` (\`edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_takeaway_cards_v\` ADD \`version_edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_takeaway_cards_v\` ADD \`version_saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`_takeaway_cards_v\` ADD \`version_version_name\` text;`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_version_version_edited_by_idx\` ON \`_takeaway_cards_v\` (\`version_edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`services\` ADD \`edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`services\` ADD \`saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`services\` ADD \`version_name\` text;`)
  await db.run(sql`CREATE INDEX \`services_edited_by_idx\` ON \`services\` (\`edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_services_v\` ADD \`version_edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_services_v\` ADD \`version_saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`_services_v\` ADD \`version_version_name\` text;`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_edited_by_idx\` ON \`_services_v\` (\`version_edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`version_name\` text;`)
  await db.run(sql`CREATE INDEX \`pages_edited_by_idx\` ON \`pages\` (\`edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_version_name\` text;`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_edited_by_idx\` ON \`_pages_v\` (\`version_edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`ctas\` ADD \`edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`ctas\` ADD \`saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`ctas\` ADD \`version_name\` text;`)
  await db.run(sql`CREATE INDEX \`ctas_edited_by_idx\` ON \`ctas\` (\`edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_ctas_v\` ADD \`version_edited_by_id\` text(36) REFERENCES users(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_ctas_v\` ADD \`version_saved_as\` text;`)
  await db.run(sql`ALTER TABLE \`_ctas_v\` ADD \`version_version_name\` text;`)
  await db.run(sql`CREATE INDEX \`_ctas_v_version_version_edited_by_idx\` ON \`_ctas_v\` (\`version_edited_by_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_posts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`excerpt\` text,
  	\`hero_id\` text(36),
  	\`seo_title\` text,
  	\`seo_description\` text,
  	\`seo_image_id\` text(36),
  	\`slug\` text,
  	\`category_id\` text(36),
  	\`published_at\` text,
  	\`ready_for_review\` integer,
  	\`owner_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`hero_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_posts\`("id", "title", "excerpt", "hero_id", "seo_title", "seo_description", "seo_image_id", "slug", "category_id", "published_at", "ready_for_review", "owner_id", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "title", "excerpt", "hero_id", "seo_title", "seo_description", "seo_image_id", "slug", "category_id", "published_at", "ready_for_review", "owner_id", "updated_at", "created_at", "deleted_at", "_status" FROM \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`ALTER TABLE \`__new_posts\` RENAME TO \`posts\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`posts_hero_idx\` ON \`posts\` (\`hero_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_seo_seo_image_idx\` ON \`posts\` (\`seo_image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_slug_idx\` ON \`posts\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`posts_category_idx\` ON \`posts\` (\`category_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_published_at_idx\` ON \`posts\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_owner_idx\` ON \`posts\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_deleted_at_idx\` ON \`posts\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`posts__status_idx\` ON \`posts\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_publishedAt_createdAt_deletedAt_idx\` ON \`posts\` (\`_status\`,\`published_at\`,\`created_at\`,\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`category__status_publishedAt_createdAt_deletedAt_idx\` ON \`posts\` (\`category_id\`,\`_status\`,\`published_at\`,\`created_at\`,\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__posts_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_excerpt\` text,
  	\`version_hero_id\` text(36),
  	\`version_seo_title\` text,
  	\`version_seo_description\` text,
  	\`version_seo_image_id\` text(36),
  	\`version_slug\` text,
  	\`version_category_id\` text(36),
  	\`version_published_at\` text,
  	\`version_ready_for_review\` integer,
  	\`version_owner_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hero_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__posts_v\`("id", "parent_id", "version_title", "version_excerpt", "version_hero_id", "version_seo_title", "version_seo_description", "version_seo_image_id", "version_slug", "version_category_id", "version_published_at", "version_ready_for_review", "version_owner_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_excerpt", "version_hero_id", "version_seo_title", "version_seo_description", "version_seo_image_id", "version_slug", "version_category_id", "version_published_at", "version_ready_for_review", "version_owner_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_posts_v\`;`)
  await db.run(sql`DROP TABLE \`_posts_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__posts_v\` RENAME TO \`_posts_v\`;`)
  await db.run(sql`CREATE INDEX \`_posts_v_parent_idx\` ON \`_posts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_hero_idx\` ON \`_posts_v\` (\`version_hero_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_seo_version_seo_image_idx\` ON \`_posts_v\` (\`version_seo_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_slug_idx\` ON \`_posts_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_category_idx\` ON \`_posts_v\` (\`version_category_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_published_at_idx\` ON \`_posts_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_owner_idx\` ON \`_posts_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_updated_at_idx\` ON \`_posts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_created_at_idx\` ON \`_posts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_deleted_at_idx\` ON \`_posts_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version__status_idx\` ON \`_posts_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_created_at_idx\` ON \`_posts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_updated_at_idx\` ON \`_posts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_latest_idx\` ON \`_posts_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_autosave_idx\` ON \`_posts_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`compound_index_idx\` ON \`_posts_v\` (\`version__status\`,\`version_published_at\`,\`version_created_at\`,\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`compound_index_1_idx\` ON \`_posts_v\` (\`version_category_id\`,\`version__status\`,\`version_published_at\`,\`version_created_at\`,\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_parent_updated_idx\` ON \`_posts_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_comparison_tables\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`description\` text,
  	\`criterion_label\` text DEFAULT 'Criterion',
  	\`slug\` text,
  	\`owner_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_comparison_tables\`("id", "title", "description", "criterion_label", "slug", "owner_id", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "title", "description", "criterion_label", "slug", "owner_id", "updated_at", "created_at", "deleted_at", "_status" FROM \`comparison_tables\`;`)
  await db.run(sql`DROP TABLE \`comparison_tables\`;`)
  await db.run(sql`ALTER TABLE \`__new_comparison_tables\` RENAME TO \`comparison_tables\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`comparison_tables_slug_idx\` ON \`comparison_tables\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`comparison_tables_owner_idx\` ON \`comparison_tables\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`comparison_tables_updated_at_idx\` ON \`comparison_tables\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comparison_tables_created_at_idx\` ON \`comparison_tables\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`comparison_tables_deleted_at_idx\` ON \`comparison_tables\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`comparison_tables__status_idx\` ON \`comparison_tables\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__comparison_tables_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_description\` text,
  	\`version_criterion_label\` text DEFAULT 'Criterion',
  	\`version_slug\` text,
  	\`version_owner_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`comparison_tables\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__comparison_tables_v\`("id", "parent_id", "version_title", "version_description", "version_criterion_label", "version_slug", "version_owner_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_description", "version_criterion_label", "version_slug", "version_owner_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_comparison_tables_v\`;`)
  await db.run(sql`DROP TABLE \`_comparison_tables_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__comparison_tables_v\` RENAME TO \`_comparison_tables_v\`;`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_parent_idx\` ON \`_comparison_tables_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_version_version_slug_idx\` ON \`_comparison_tables_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_version_version_owner_idx\` ON \`_comparison_tables_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_version_version_updated_at_idx\` ON \`_comparison_tables_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_version_version_created_at_idx\` ON \`_comparison_tables_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_version_version_deleted_at_idx\` ON \`_comparison_tables_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_version_version__status_idx\` ON \`_comparison_tables_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_created_at_idx\` ON \`_comparison_tables_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_updated_at_idx\` ON \`_comparison_tables_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_latest_idx\` ON \`_comparison_tables_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_autosave_idx\` ON \`_comparison_tables_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`_comparison_tables_v_parent_updated_idx\` ON \`_comparison_tables_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_takeaway_cards\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`body\` text,
  	\`slug\` text,
  	\`owner_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_takeaway_cards\`("id", "title", "body", "slug", "owner_id", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "title", "body", "slug", "owner_id", "updated_at", "created_at", "deleted_at", "_status" FROM \`takeaway_cards\`;`)
  await db.run(sql`DROP TABLE \`takeaway_cards\`;`)
  await db.run(sql`ALTER TABLE \`__new_takeaway_cards\` RENAME TO \`takeaway_cards\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`takeaway_cards_slug_idx\` ON \`takeaway_cards\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`takeaway_cards_owner_idx\` ON \`takeaway_cards\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`takeaway_cards_updated_at_idx\` ON \`takeaway_cards\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`takeaway_cards_created_at_idx\` ON \`takeaway_cards\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`takeaway_cards_deleted_at_idx\` ON \`takeaway_cards\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`takeaway_cards__status_idx\` ON \`takeaway_cards\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__takeaway_cards_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_body\` text,
  	\`version_slug\` text,
  	\`version_owner_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`takeaway_cards\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__takeaway_cards_v\`("id", "parent_id", "version_title", "version_body", "version_slug", "version_owner_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_body", "version_slug", "version_owner_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_takeaway_cards_v\`;`)
  await db.run(sql`DROP TABLE \`_takeaway_cards_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__takeaway_cards_v\` RENAME TO \`_takeaway_cards_v\`;`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_parent_idx\` ON \`_takeaway_cards_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_version_version_slug_idx\` ON \`_takeaway_cards_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_version_version_owner_idx\` ON \`_takeaway_cards_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_version_version_updated_at_idx\` ON \`_takeaway_cards_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_version_version_created_at_idx\` ON \`_takeaway_cards_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_version_version_deleted_at_idx\` ON \`_takeaway_cards_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_version_version__status_idx\` ON \`_takeaway_cards_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_created_at_idx\` ON \`_takeaway_cards_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_updated_at_idx\` ON \`_takeaway_cards_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_latest_idx\` ON \`_takeaway_cards_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_autosave_idx\` ON \`_takeaway_cards_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`_takeaway_cards_v_parent_updated_idx\` ON \`_takeaway_cards_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_services\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`seo_title\` text,
  	\`seo_description\` text,
  	\`seo_image_id\` text(36),
  	\`slug\` text,
  	\`weight\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_services\`("id", "title", "summary", "seo_title", "seo_description", "seo_image_id", "slug", "weight", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "title", "summary", "seo_title", "seo_description", "seo_image_id", "slug", "weight", "updated_at", "created_at", "deleted_at", "_status" FROM \`services\`;`)
  await db.run(sql`DROP TABLE \`services\`;`)
  await db.run(sql`ALTER TABLE \`__new_services\` RENAME TO \`services\`;`)
  await db.run(sql`CREATE INDEX \`services_seo_seo_image_idx\` ON \`services\` (\`seo_image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`services_slug_idx\` ON \`services\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`services_updated_at_idx\` ON \`services\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`services_created_at_idx\` ON \`services\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`services_deleted_at_idx\` ON \`services\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`services__status_idx\` ON \`services\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__services_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_seo_title\` text,
  	\`version_seo_description\` text,
  	\`version_seo_image_id\` text(36),
  	\`version_slug\` text,
  	\`version_weight\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__services_v\`("id", "parent_id", "version_title", "version_summary", "version_seo_title", "version_seo_description", "version_seo_image_id", "version_slug", "version_weight", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_summary", "version_seo_title", "version_seo_description", "version_seo_image_id", "version_slug", "version_weight", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_services_v\`;`)
  await db.run(sql`DROP TABLE \`_services_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__services_v\` RENAME TO \`_services_v\`;`)
  await db.run(sql`CREATE INDEX \`_services_v_parent_idx\` ON \`_services_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_seo_version_seo_image_idx\` ON \`_services_v\` (\`version_seo_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_slug_idx\` ON \`_services_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_updated_at_idx\` ON \`_services_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_created_at_idx\` ON \`_services_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_deleted_at_idx\` ON \`_services_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version__status_idx\` ON \`_services_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_created_at_idx\` ON \`_services_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_updated_at_idx\` ON \`_services_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_latest_idx\` ON \`_services_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_autosave_idx\` ON \`_services_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_parent_updated_idx\` ON \`_services_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_pages\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`seo_title\` text,
  	\`seo_description\` text,
  	\`seo_image_id\` text(36),
  	\`path\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_pages\`("id", "title", "seo_title", "seo_description", "seo_image_id", "path", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "title", "seo_title", "seo_description", "seo_image_id", "path", "updated_at", "created_at", "deleted_at", "_status" FROM \`pages\`;`)
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`ALTER TABLE \`__new_pages\` RENAME TO \`pages\`;`)
  await db.run(sql`CREATE INDEX \`pages_seo_seo_image_idx\` ON \`pages\` (\`seo_image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_path_idx\` ON \`pages\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_deleted_at_idx\` ON \`pages\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__pages_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_seo_title\` text,
  	\`version_seo_description\` text,
  	\`version_seo_image_id\` text(36),
  	\`version_path\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__pages_v\`("id", "parent_id", "version_title", "version_seo_title", "version_seo_description", "version_seo_image_id", "version_path", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_seo_title", "version_seo_description", "version_seo_image_id", "version_path", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__pages_v\` RENAME TO \`_pages_v\`;`)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_idx\` ON \`_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_seo_version_seo_image_idx\` ON \`_pages_v\` (\`version_seo_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_path_idx\` ON \`_pages_v\` (\`version_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_at_idx\` ON \`_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_at_idx\` ON \`_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_deleted_at_idx\` ON \`_pages_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version__status_idx\` ON \`_pages_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_created_at_idx\` ON \`_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_updated_at_idx\` ON \`_pages_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_latest_idx\` ON \`_pages_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_autosave_idx\` ON \`_pages_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_updated_idx\` ON \`_pages_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_ctas\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`headline\` text,
  	\`link_label\` text,
  	\`link_url\` text,
  	\`weight\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`INSERT INTO \`__new_ctas\`("id", "headline", "link_label", "link_url", "weight", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "headline", "link_label", "link_url", "weight", "updated_at", "created_at", "deleted_at", "_status" FROM \`ctas\`;`)
  await db.run(sql`DROP TABLE \`ctas\`;`)
  await db.run(sql`ALTER TABLE \`__new_ctas\` RENAME TO \`ctas\`;`)
  await db.run(sql`CREATE INDEX \`ctas_updated_at_idx\` ON \`ctas\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ctas_created_at_idx\` ON \`ctas\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`ctas_deleted_at_idx\` ON \`ctas\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`ctas__status_idx\` ON \`ctas\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__ctas_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_headline\` text,
  	\`version_link_label\` text,
  	\`version_link_url\` text,
  	\`version_weight\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`ctas\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__ctas_v\`("id", "parent_id", "version_headline", "version_link_label", "version_link_url", "version_weight", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_headline", "version_link_label", "version_link_url", "version_weight", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_ctas_v\`;`)
  await db.run(sql`DROP TABLE \`_ctas_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__ctas_v\` RENAME TO \`_ctas_v\`;`)
  await db.run(sql`CREATE INDEX \`_ctas_v_parent_idx\` ON \`_ctas_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_version_version_updated_at_idx\` ON \`_ctas_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_version_version_created_at_idx\` ON \`_ctas_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_version_version_deleted_at_idx\` ON \`_ctas_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_version_version__status_idx\` ON \`_ctas_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_created_at_idx\` ON \`_ctas_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_updated_at_idx\` ON \`_ctas_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_latest_idx\` ON \`_ctas_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_autosave_idx\` ON \`_ctas_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`_ctas_v_parent_updated_idx\` ON \`_ctas_v\` (\`parent_id\`,\`updated_at\`,\`created_at\`);`)
}
