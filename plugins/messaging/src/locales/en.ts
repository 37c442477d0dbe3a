// SPDX-License-Identifier: EUPL-1.2
import { arrive } from './en/arrive.js';
import { brick } from './en/brick.js';
import { child } from './en/child.js';
import { data } from './en/data.js';
import { drafts } from './en/drafts.js';
import { files } from './en/files.js';
import { help } from './en/help.js';
import { former } from './en/former.js';
import { mailbox } from './en/mailbox.js';
import { moderation } from './en/moderation.js';
import { portal } from './en/portal.js';
import { report } from './en/report.js';
import { rules } from './en/rules.js';
import { search } from './en/search.js';
import { thread } from './en/thread.js';
import { write } from './en/write.js';

export const en = {
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
