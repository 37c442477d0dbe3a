// SPDX-License-Identifier: EUPL-1.2
import { arrive } from './fr-child/arrive.js';
import { brick } from './fr-child/brick.js';
import { drafts } from './fr-child/drafts.js';
import { files } from './fr-child/files.js';
import { former } from './fr-child/former.js';
import { mailbox } from './fr-child/mailbox.js';
import { portal } from './fr-child/portal.js';
import { report } from './fr-child/report.js';
import { rules } from './fr-child/rules.js';
import { search } from './fr-child/search.js';
import { thread } from './fr-child/thread.js';
import { write } from './fr-child/write.js';

export const frChild = {
  ...arrive,
  ...brick,
  ...drafts,
  ...files,
  ...former,
  ...mailbox,
  ...portal,
  ...report,
  ...rules,
  ...search,
  ...thread,
  ...write,
};
