// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '@volee/core-adapter';
import { z } from 'zod';
import { CreateNotices1764028800000 } from './store/create-notices.migration.js';
import { locales } from './locales/index.js';
import { NoticeRow } from './store/notice.entity.js';

/** The manifest of the brick. The id determines the address `/s/<UAI>/<id>` and the prefix of the tables. */
export const manifest = {
  id: 'first-brick',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'feature',
  locales,
  settings: z.strictObject({}),
  icon: 'megaphone-fill',
  colour: 'plum',
  permissions: {
    read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] },
    write: { profiles: ['teacher'] },
  },
  entities: [NoticeRow],
  migrations: [CreateNotices1764028800000],
  assets: new URL('../assets/', import.meta.url),
  styles: ['notices.css'],
  personalData: {
    kept: 'data.kept',
    purpose: 'data.purpose',
    retention: 'data.retention',
    // A notice is exported, moved and deleted with its author.
    tables: [{ entity: NoticeRow, columns: { addedBy: 'delete', groupId: 'group' }, exportAs: 'notices' }],
  },
} satisfies Manifest;
