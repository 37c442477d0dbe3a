// SPDX-License-Identifier: EUPL-1.2
import { brickContract } from '@volee/core-adapter/testing';
import { mailboxExamples, mailboxQueries } from './contract/mailbox-examples-for-tests.js';
import { moderationExamples } from './contract/moderation-examples-for-tests.js';
import { searchExamples, searchQueryExamples } from './contract/search-examples-for-tests.js';
import { writeExamples } from './contract/write-examples-for-tests.js';
import brick from './index.js';

brickContract(brick, {
  examples: { ...mailboxExamples, ...writeExamples, ...searchExamples, ...moderationExamples },
  queries: { ...mailboxQueries, ...searchQueryExamples },
  showsNothing: { 'GET /write': 'it counts the messages of the last hour' },
  notExported: { 'messaging_copy.isLast': 'worked out from the other copies of the thread' },
});
