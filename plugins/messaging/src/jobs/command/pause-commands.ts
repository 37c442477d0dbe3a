// SPDX-License-Identifier: EUPL-1.2
import type { CommandManifest } from '@volee/core-adapter';

const school = { flags: '--school <uai>', description: 'the UAI of one school' };
const all = { flags: '--all', description: 'every school of the installation' };

/** The breaker of the command line, in the manifest. */
export const pauseCommands = {
  'messaging stop': {
    summary:
      'stops the messages of pupils, guardians or both, from the next request on; adults of the school keep theirs',
    options: [
      { flags: '--profile <profile>', description: 'pupil, guardian, or all for both', required: true },
      school,
      all,
      { flags: '--reason <text>', description: 'the reason, which everybody concerned reads', required: true },
      {
        flags: '--until <time>',
        description:
          'the end: 2027-11-30T08:00 on the clocks of each school, or 2027-11-30 for that whole day; without it, until "messaging start"',
      },
    ],
  },
  'messaging start': {
    summary: 'ends pauses before their time; what waited is judged again, and delivered',
    options: [{ flags: '--profile <profile>', description: 'pupil, guardian, or all (the default)' }, school, all],
  },
  'messaging status': {
    summary: 'lists the pauses of each school, and the schools in which a pause for all of them does not hold',
    options: [school],
  },
} satisfies Record<string, CommandManifest>;
