// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '@volee/core-adapter';

const whoSees = { title: 'help.whoSees', lines: ['class.lead'] };
const own = { title: 'own.title', lines: ['own.lead', 'help.ownAnywhere'] };

/** The brick's part of the page « Aide ». */
export const help = {
  pupil: [
    { title: 'help.pupilOpen', lines: ['help.pupilOpen1', 'help.pupilOpen2', 'help.pupilOpen3'] },
    { title: 'help.pupilKeep', lines: ['help.pupilKeep1', 'help.pupilKeep2', 'help.pupilKeep3', 'help.pupilKeep4'] },
  ],
  guardian: [whoSees, { title: 'help.cannotOpen', lines: ['help.cannotOpen1', 'help.cannotOpen2'] }],
  teacher: [
    whoSees,
    own,
    { title: 'help.notSent', lines: ['help.notSent1', 'help.notSent2'] },
    { title: 'help.deleted', lines: ['help.deleted1'] },
  ],
  head: [whoSees, own],
  staff: [own],
} satisfies Manifest['help'];
