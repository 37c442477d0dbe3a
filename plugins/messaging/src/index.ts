// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { registerCommands } from './command/register-commands.js';
import { registerDelivery } from './deliver/register-delivery.js';
import { registerBoxes } from './mailbox/boxes.routes.js';
import { registerThreads } from './mailbox/threads.routes.js';
import { manifest } from './manifest.js';
import { registerOverdueReviews } from './moderation/overdue-reviews.js';
import { registerReviews } from './moderation/reviews.routes.js';
import { registerHours } from './own-hours/hours.routes.js';
import { registerPersonalData } from './personal-data/personal-data.js';
import { registerPortal } from './portal/register-portal.js';
import { registerRetention } from './retention/register-retention.js';
import { registerReports } from './reports/reports.routes.js';
import { registerRules } from './school-rules/rules.routes.js';
import { registerSearch } from './search/search.routes.js';
import { registerReplies } from './send/replies.routes.js';
import { registerWriting } from './send/write.routes.js';
import { registerStoredData } from './stored-data.js';

export default defineBrick(manifest, (brick) => {
  registerBoxes(brick);
  registerThreads(brick);
  registerWriting(brick);
  registerReplies(brick);
  registerSearch(brick);
  registerReviews(brick);
  registerReports(brick);
  registerPortal(brick);
  registerRules(brick);
  registerHours(brick);
  registerDelivery(brick);
  registerOverdueReviews(brick);
  registerRetention(brick);
  registerCommands(brick);
  registerStoredData(brick);
  registerPersonalData(brick);
});
