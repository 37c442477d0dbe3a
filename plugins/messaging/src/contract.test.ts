// SPDX-License-Identifier: EUPL-1.2
import { brickContract } from '@volee/core-adapter/testing';
import { fileExamples } from './testing/examples/file-examples-for-tests.js';
import { mailboxExamples, mailboxQueries } from './testing/examples/mailbox-examples-for-tests.js';
import { moderationExamples } from './testing/examples/moderation-examples-for-tests.js';
import { reportExamples } from './testing/examples/report-examples-for-tests.js';
import { rulesExamples } from './testing/examples/rules-examples-for-tests.js';
import { searchExamples, searchQueryExamples } from './testing/examples/search-examples-for-tests.js';
import { writeExamples } from './testing/examples/write-examples-for-tests.js';
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
    'messaging_report.shownSentAt': 'the author’s export has the message with its time; a report is not told to them',
    'messaging_report.shown':
      'the words of its author, whose export has them with the message; a report is not told to them',
  },
});
