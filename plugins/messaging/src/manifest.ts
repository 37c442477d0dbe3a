// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Manifest } from '@volee/core-adapter';
import { locales } from './locales/index.js';
import { settingsSchema } from './settings.js';
import { CopyRow } from './store/copy.entity.js';
import { CreateMessages1795737600000 } from './store/create-messages.migration.js';
import { MessageRow } from './store/message.entity.js';
import { RecipientRow } from './store/recipient.entity.js';
import { ReviewRow } from './store/review.entity.js';
import { TextRow } from './store/text.entity.js';

export const manifest = {
  id: 'messaging',
  version: '0.1.0',
  adapter: '^0.1.0',
  kind: 'feature',
  locales,
  settings: settingsSchema,
  icon: 'chat-square-text-fill',
  colour: 'messages',
  permissions: {
    read: { profiles: PROFILES },
    /** Which persons a message may go to is decided by the rules, in src/rules. */
    write: { profiles: PROFILES, everywhere: ['teacher', 'head', 'staff'] },
    moderate: { profiles: ['teacher', 'head'] },
  },
  entities: [MessageRow, TextRow, RecipientRow, CopyRow, ReviewRow],
  migrations: [CreateMessages1795737600000],
  personalData: { kept: 'data.kept', purpose: 'data.purpose', retention: 'data.retention' },
} satisfies Manifest;
