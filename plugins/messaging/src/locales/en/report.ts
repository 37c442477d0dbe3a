// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { report as fr } from '../fr/report.js';

export const report: Record<keyof typeof fr, Message> = {
  'box.reports': 'Reports',
  'report.waitingCount': { one: 'open report', other: 'open reports' },
  'report.this': 'Report this message',
  'report.what':
    'The head of the school will read it alone, without the rest of the thread. You will not see it again.',
  'report.ofHead':
    'This message comes from the head: only another head will read the report. If there is none, talk to another adult that you trust.',
  'report.toNobody':
    'This message comes from the only head: nobody else at the school will read the report. Talk to another adult that you trust, or call 3018, which is free.',
  'report.thisWord': 'Does this word bother you?',
  'report.wordToHeads': 'The head of the school will read this word, and what you say about it.',
  'report.wordToNobody':
    'This word is of the head, and nobody else at school can read a report. Talk to an adult that you trust, or call 3018.',
  'report.wordReported': 'You reported it to the head {when}.',
  'report.doneWord': 'The word is reported to the head.',
  'report.wordSubject': 'Word given with the refusal of a message',
  'report.reason': 'What is wrong (if you like)',
  'report.send': 'Report to the head',
  'report.hide': 'Report, and see it no more',
  'report.doneToNobody':
    'You will not see this message again. But nobody at the school can read this report: talk to another adult that you trust, or call 3018, which is free.',
  'report.done': 'The message is reported to the head. You will not see it again.',
  'report.before': 'You have reported this message before. The head has it.',
  'report.openedFor': '{who}, a head of the school, opened this thread on {when}, after a report. The reason: {reason}',
  'report.count': { one: '{count} reported message', other: '{count} reported messages' },
  'report.none': 'No reported message',
  'report.noneText': 'Nobody has reported a message. Those that are reported will be here.',
  'report.lead':
    'You read the reported message alone. The rest of the thread opens with a reason, which the two persons will read.',
  'report.of': 'Message of {author}',
  'report.reasonAt': '{when}: “{reason}”',
  'report.againAt': '{when}: reported again, without a word',
  'report.openLine': 'Reported by {who}, {when}',
  'report.closedLine': 'Closed by {who}, {when}',
  'report.closedOnes': 'Closed reports',
  'burst.reports': '{count} reports in an hour',
  'burst.recalls': 'One person took back {count} messages to pupils in 10 minutes',
  'burst.detail':
    'Beginning {when}. These are numbers: no text is opened. A pupil reads that the message was taken back, and can report it.',
  'report.title': 'Reported message',
  'report.message': 'The message',
  'report.receivers': { one: 'received by {count} person', other: 'received by {count} persons' },
  'report.takenUntil':
    'Its author took it back before the person saw a word of it. You read its text here alone, until {day}.',
  'report.takenGone':
    'Its author took it back before the person saw a word of it. The text was kept until {day}, and is gone.',
  'report.shownLine': 'Shown by {who}, {when}',
  'report.shownTo': '{group}, written to {to}',
  'report.shownUntil':
    'A teacher showed it before accepting or refusing it. You read it as it was then, until {day} and while the report is open.',
  'report.shownGone':
    'A teacher had shown it before accepting or refusing it. The text was kept until {day}, and is gone.',
  'report.shownCloseHint': 'The text stays here until {day}.',
  'report.notArrived': 'arrived at nobody',
  'report.thread': 'The rest of the thread',
  'report.alone': 'The two persons have no other message of this thread in common.',
  'report.more': {
    one: 'The two persons have {count} other message in common.',
    other: 'The two persons have {count} other messages in common.',
  },
  'report.openTitle': 'Open the rest of the thread',
  'report.openLead':
    'Your reason goes into the journal of the school, and the two persons read it in their thread, with your name.',
  'report.why': 'Why open it',
  'report.whyHint': 'For example: to understand what was said before.',
  'report.open': 'Open, and tell the two persons',
  'report.noReason': 'Write why you open this thread.',
  'report.opened': 'The thread is open. The two persons can read that.',
  'report.openedLine': 'Opened by {who} on {when}. Reason: {reason}',
  'report.parentsOf': 'parents {name}',
  'report.writeParents': 'Write to the parents: {name}',
  'report.close': 'Close the report',
  'report.closeHint': 'The message stays here; the rest of the thread closes.',
  'report.closed': 'The report is closed.',
  'report.closedBefore': 'This report is closed already.',
};
