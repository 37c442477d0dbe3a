// SPDX-License-Identifier: EUPL-1.2
import type { PersonTable } from '@volee/core-adapter';
import { BreakerRow } from './breaker.entity.js';
import { CopyRow } from './copy.entity.js';
import { MessageRow } from './message.entity.js';
import { OpeningRow } from './opening.entity.js';
import { PolicyRow } from './policy.entity.js';
import { PreferenceRow } from './preference.entity.js';
import { RationRow } from './ration.entity.js';
import { RecipientRow } from './recipient.entity.js';
import { RefusalRow } from './refusal.entity.js';
import { ReportRow } from './report.entity.js';
import { ReviewRow } from './review.entity.js';

/** The columns that may hold the id of a person. Messages belong to several people, so handlers treat them. */
export const PERSON_TABLES: readonly PersonTable[] = [
  { entity: MessageRow, columns: { authorId: 'handlers', threadId: 'nobody', replyToId: 'nobody', formKey: 'nobody' } },
  { entity: CopyRow, columns: { ownerId: 'handlers', threadId: 'nobody' } },
  { entity: RecipientRow, columns: { toPerson: 'handlers', toGroup: 'group' } },
  { entity: ReviewRow, columns: { decidedBy: 'handlers', groupId: 'group' } },
  { entity: RefusalRow, columns: { decidedBy: 'handlers' } },
  { entity: ReportRow, columns: { reportedBy: 'handlers', wordBy: 'handlers', closedBy: 'handlers' } },
  { entity: OpeningRow, columns: { openedBy: 'handlers' } },
  { entity: PreferenceRow, columns: { ownerId: 'handlers' } },
  { entity: RationRow, columns: { ownerId: 'handlers' } },
  { entity: PolicyRow, columns: { decidedBy: 'blank' }, exportAs: 'rules' },
  { entity: BreakerRow, columns: { startedBy: 'blank', endedBy: 'blank' }, exportAs: 'pauses' },
];
