// SPDX-License-Identifier: EUPL-1.2
import { brickContract } from '@volee/core-adapter/testing';
import { fileExamples } from './contract/file-examples-for-tests.js';
import { mailboxExamples, mailboxQueries } from './contract/mailbox-examples-for-tests.js';
import { moderationExamples } from './contract/moderation-examples-for-tests.js';
import { reportExamples } from './contract/report-examples-for-tests.js';
import { rulesExamples } from './contract/rules-examples-for-tests.js';
import { searchExamples, searchQueryExamples } from './contract/search-examples-for-tests.js';
import { writeExamples } from './contract/write-examples-for-tests.js';
import brick from './index.js';

brickContract(brick, {
  examples: {
    ...mailboxExamples,
    ...writeExamples,
    ...searchExamples,
    ...moderationExamples,
    ...reportExamples,
    ...rulesExamples,
    ...fileExamples,
  },
  queries: { ...mailboxQueries, ...searchQueryExamples },
  showsNothing: {
    'GET /write': 'it counts the messages of the last hour',
    'GET /reports': 'what a message says stands on the page of its report alone',
    'GET /hours': 'it shows hours and days alone',
  },
  notExported: {
    'messaging_copy.isLast': 'worked out from the other copies of the thread',
    'messaging_report.refusalId': 'the word of the refusal, and its time, are exported with the report',
  },
});
