// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '@volee/core-adapter';

const access = { title: 'help.access', lines: ['help.access1', 'help.access2'] };

/** The brick's part of the page « Aide ». */
export const help = {
  pupil: [
    { title: 'help.pupilRead', lines: ['help.pupilRead1', 'help.pupilRead2', 'help.pupilRead3', 'help.pupilRead4'] },
    { title: 'help.pupilTell', lines: ['help.pupilTell1', 'help.pupilTell2'] },
  ],
  guardian: [
    { title: 'help.guardianRead', lines: ['help.guardianRead1', 'help.guardianRead2'] },
    { title: 'help.confirm', lines: ['help.confirm1', 'help.confirm2'] },
    access,
    { title: 'help.sixth', lines: ['help.sixth1', 'help.sixth2'] },
  ],
  teacher: [
    { title: 'help.write', lines: ['help.write1', 'help.write2', 'help.write3'] },
    { title: 'help.share', lines: ['help.share1', 'help.share2'] },
    { title: 'help.sign', lines: ['help.sign1', 'help.sign2'] },
    access,
  ],
  head: [
    { title: 'help.periods', lines: ['help.periods1', 'help.periods2'] },
    { title: 'help.visa', lines: ['help.visa1', 'help.visa2'] },
    { title: 'help.unlock', lines: ['help.unlock1', 'help.unlock2'] },
    { title: 'help.handOver', lines: ['help.handOver1', 'help.handOver2'] },
    access,
  ],
} satisfies Manifest['help'];
