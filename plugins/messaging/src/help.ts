// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '@volee/core-adapter';

const when = { title: 'help.when', lines: ['help.when1', 'help.when2'] };
const recall = { title: 'help.recall', lines: ['help.recall1', 'help.recall2'] };
const report = { title: 'help.report', lines: ['help.report1', 'help.report2'] };
const groups = { title: 'help.groups', lines: ['help.groups1', 'help.groups2'] };
const accept = { title: 'help.accept', lines: ['help.accept1', 'help.accept2'] };
const acceptOrShow = { title: 'help.accept', lines: ['help.accept1', 'help.accept3', 'help.accept2'] };

/** The brick's part of the page « Aide ». */
export const help = {
  pupil: [
    {
      title: 'help.pupilWrite',
      lines: ['help.pupilWrite1', 'help.pupilWrite2', 'help.pupilWrite3', 'help.pupilWrite4'],
    },
    { title: 'help.pupilRead', lines: ['help.pupilRead1', 'help.pupilRead2', 'help.pupilRead3'] },
    { title: 'help.pupilTell', lines: ['help.pupilTell1', 'help.pupilTell2', 'help.pupilTell3'] },
  ],
  guardian: [{ title: 'help.whom', lines: ['help.whomGuardian1', 'help.whomGuardian2'] }, when, recall, report],
  teacher: [groups, when, acceptOrShow, recall, report],
  head: [{ title: 'help.headRules', lines: ['help.headRules1', 'help.headRules2'] }, groups, accept, when, recall],
  staff: [groups, when, recall, report],
} satisfies Manifest['help'];
