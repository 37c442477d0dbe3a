// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Manifest } from '@volee/core-adapter';
import { trashOwners } from './store/trash-owners.query.js';
import { waitingOf } from './store/waiting.query.js';
import { unansweredCopies } from './store/unanswered.query.js';
import { formerPlaces, formerPurge, formerShelf } from './store/former-queries.js';
import { help } from './help.js';
import { pauseCommands } from './jobs/command/pause-commands.js';
import { locales } from './locales/index.js';
import { readersByMessage } from './store/readers.query.js';
import { copiesToRecall } from './store/recall.query.js';
import { messagesWithCopies } from './store/message-queries.js';
import { copiesWithWords, placeFurther } from './store/search-queries.js';
import { settingsSchema } from './settings.js';
import { AddReasons1796774520000 } from './store/add-reasons.migration.js';
import { AttachmentRow } from './store/attachment.entity.js';
import { BreakerRow } from './store/breaker.entity.js';
import { CompleteMessages1795824000000 } from './store/complete-messages.migration.js';
import { CopyRow } from './store/copy.entity.js';
import { CreateMessages1795737600000 } from './store/create-messages.migration.js';
import { IndexUnread1796774700000 } from './store/index-unread.migration.js';
import { KeepRefusals1796601600000 } from './store/keep-refusals.migration.js';
import { KeepShown1796083200000 } from './store/keep-shown.migration.js';
import { ListOpenings1796774640000 } from './store/list-openings.migration.js';
import { MessageRow } from './store/message.entity.js';
import { NameHeld1796688000000 } from './store/name-held.migration.js';
import { NameMissed1796774460000 } from './store/name-missed.migration.js';
import { NameShown1796774820000 } from './store/name-shown.migration.js';
import { NumberSaves1796515200000 } from './store/number-saves.migration.js';
import { openingsOfThread } from './store/openings.query.js';
import { OpeningRow } from './store/opening.entity.js';
import { PERSON_TABLES } from './store/person-tables.js';
import { PolicyRow } from './store/policy.entity.js';
import { PreferenceRow } from './store/preference.entity.js';
import { RationRow } from './store/ration.entity.js';
import { RationMessages1795996800000 } from './store/ration-messages.migration.js';
import { RecipientRow } from './store/recipient.entity.js';
import { RefusalRow } from './store/refusal.entity.js';
import { ReportRow } from './store/report.entity.js';
import { ReportWords1796169600000 } from './store/report-words.migration.js';
import { ShowReviews1796774760000 } from './store/show-reviews.migration.js';
import { SettleTime1796774400000 } from './store/settle-time.migration.js';
import { TellRefusals1796774580000 } from './store/tell-refusals.migration.js';
import { WriteApart1796342400000 } from './store/write-apart.migration.js';
import { ReviewRow } from './store/review.entity.js';
import { TextRow } from './store/text.entity.js';

export const manifest = {
  id: 'messaging',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'feature',
  locales,
  settings: settingsSchema,
  commands: pauseCommands,
  icon: 'chat-square-text-fill',
  colour: 'messages',
  assets: new URL('../assets/', import.meta.url),
  styles: ['messaging-mailbox.css', 'messaging-content.css', 'messaging-moderation.css', 'messaging-write.css'],
  help,
  permissions: {
    read: { profiles: PROFILES },
    /** Which people a message may go to is decided by the rules, in src/domain/rules. */
    write: { profiles: PROFILES, everywhere: ['teacher', 'head', 'staff'] },
    moderate: { profiles: ['teacher', 'head'] },
    /** Reports, the rules of the school, its quiet hours and its pauses. */
    manage: { profiles: ['head'] },
    chooseHours: { profiles: ['teacher', 'head', 'staff'] },
  },
  entities: [
    ...[MessageRow, TextRow, RecipientRow, AttachmentRow, CopyRow],
    ...[ReviewRow, RefusalRow, ReportRow, OpeningRow, PolicyRow, BreakerRow, PreferenceRow, RationRow],
  ],
  migrations: [
    ...[CreateMessages1795737600000, CompleteMessages1795824000000],
    ...[RationMessages1795996800000, KeepShown1796083200000, ReportWords1796169600000, WriteApart1796342400000],
    ...[NumberSaves1796515200000, KeepRefusals1796601600000, NameHeld1796688000000],
    ...[SettleTime1796774400000, NameMissed1796774460000, AddReasons1796774520000, TellRefusals1796774580000],
    ...[ListOpenings1796774640000, IndexUnread1796774700000, ShowReviews1796774760000],
    NameShown1796774820000,
  ],
  queries: {
    ...{ readersByMessage, copiesToRecall, placeFurther, copiesWithWords, messagesWithCopies, unansweredCopies },
    ...{ formerShelf, formerPurge, formerPlaces, trashOwners, waitingOf, openingsOfThread },
  },
  storedKeys: [{ entity: AttachmentRow, column: 'storageKey' }],
  personalData: {
    kept: 'data.kept',
    purpose: 'data.purpose',
    retention: 'data.retention',
    tables: PERSON_TABLES,
  },
} satisfies Manifest;
