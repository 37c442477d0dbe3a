// SPDX-License-Identifier: EUPL-1.2
import { brick } from './fr/brick.js';
import { data } from './fr/data.js';
import { mailbox } from './fr/mailbox.js';
import { moderation } from './fr/moderation.js';
import { search } from './fr/search.js';
import { thread } from './fr/thread.js';
import { write } from './fr/write.js';

export const fr = { ...brick, ...data, ...mailbox, ...moderation, ...search, ...thread, ...write };
