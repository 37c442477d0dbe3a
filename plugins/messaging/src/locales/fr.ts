// SPDX-License-Identifier: EUPL-1.2
import { arrive } from './fr/arrive.js';
import { brick } from './fr/brick.js';
import { child } from './fr/child.js';
import { data } from './fr/data.js';
import { drafts } from './fr/drafts.js';
import { files } from './fr/files.js';
import { help } from './fr/help.js';
import { former } from './fr/former.js';
import { mailbox } from './fr/mailbox.js';
import { moderation } from './fr/moderation.js';
import { portal } from './fr/portal.js';
import { report } from './fr/report.js';
import { rules } from './fr/rules.js';
import { search } from './fr/search.js';
import { thread } from './fr/thread.js';
import { write } from './fr/write.js';

export const fr = {
  ...arrive,
  ...brick,
  ...child,
  ...data,
  ...drafts,
  ...files,
  ...help,
  ...former,
  ...mailbox,
  ...moderation,
  ...portal,
  ...report,
  ...rules,
  ...search,
  ...thread,
  ...write,
};
