// SPDX-License-Identifier: EUPL-1.2
import type { HelpTopic, Manifest } from '@volee/core-adapter';

const topic = (title: string, lines: number): HelpTopic => ({
  title,
  lines: Array.from({ length: lines }, (_, index) => `${title}${index + 1}`),
});

const whoSees = topic('help.whoSees', 3);
const own = { title: 'own.title', lines: ['own.lead', 'help.ownAnywhere'] };
const notSent = topic('help.notSent', 2);
const trash = topic('help.trash', 3);
const cannotOpen = topic('help.cannotOpen', 2);
const lastYear = topic('help.lastYear', 3);

/** The brick's part of the page « Aide ». */
export const help = {
  pupil: [
    topic('help.pupilOpen', 3),
    topic('help.pupilWork', 5),
    topic('help.pupilKeep', 4),
    topic('help.pupilTrash', 4),
    topic('help.pupilTake', 3),
  ],
  guardian: [topic('help.follow', 3), whoSees, cannotOpen],
  teacher: [
    topic('help.work', 4),
    whoSees,
    topic('help.openToPupils', 4),
    trash,
    topic('help.team', 2),
    own,
    notSent,
    lastYear,
  ],
  head: [whoSees, topic('help.headReads', 2), topic('help.place', 2), trash, own, lastYear],
  staff: [topic('help.school', 2), trash, own, notSent],
} satisfies Manifest['help'];
