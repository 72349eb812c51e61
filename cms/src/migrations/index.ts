import * as m0 from './20261122_123718_initial.ts'
import * as m1 from './20261122_142256_whole_site.ts'
import * as m2 from './20261122_152726_section_anchors.ts'
import * as m3 from './20261122_162501_change_feed.ts'
import * as m4 from './20261122_192657_webs.ts'
import * as m5 from './20261122_194000_picture_keys.ts'
import * as m6 from './20261122_195853_small_pictures.ts'
import * as m7 from './20261122_223046_listed.ts'
import * as m8 from './20261125_214113_version_order.ts'
import * as m9 from './20261126_194500_orphaned_references.ts'
import * as m10 from './20261127_092127_touched_pages.ts'
import * as m11 from './20261127_105110_sign_in.ts'
import * as m12 from './20261127_135625_security.ts'
import * as m13 from './20261127_233448_held_changes.ts'
import * as m14 from './20261127_235616_version_history.ts'

/** Every change of the SQLite schema, oldest first: written by `pnpm types`. */
export const migrations = [
  { name: '20261122_123718_initial', up: m0.up, down: m0.down },
  { name: '20261122_142256_whole_site', up: m1.up, down: m1.down },
  { name: '20261122_152726_section_anchors', up: m2.up, down: m2.down },
  { name: '20261122_162501_change_feed', up: m3.up, down: m3.down },
  { name: '20261122_192657_webs', up: m4.up, down: m4.down },
  { name: '20261122_194000_picture_keys', up: m5.up, down: m5.down },
  { name: '20261122_195853_small_pictures', up: m6.up, down: m6.down },
  { name: '20261122_223046_listed', up: m7.up, down: m7.down },
  { name: '20261125_214113_version_order', up: m8.up, down: m8.down },
  { name: '20261126_194500_orphaned_references', up: m9.up, down: m9.down },
  { name: '20261127_092127_touched_pages', up: m10.up, down: m10.down },
  { name: '20261127_105110_sign_in', up: m11.up, down: m11.down },
  { name: '20261127_135625_security', up: m12.up, down: m12.down },
  { name: '20261127_233448_held_changes', up: m13.up, down: m13.down },
  { name: '20261127_235616_version_history', up: m14.up, down: m14.down },
]
