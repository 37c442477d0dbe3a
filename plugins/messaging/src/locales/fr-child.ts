// SPDX-License-Identifier: EUPL-1.2
import { brick } from './fr-child/brick.js';
import { mailbox } from './fr-child/mailbox.js';
import { search } from './fr-child/search.js';
import { thread } from './fr-child/thread.js';
import { write } from './fr-child/write.js';

export const frChild = { ...brick, ...mailbox, ...search, ...thread, ...write };
