// SPDX-License-Identifier: EUPL-1.2
import type { CommandManifest } from '@volee/core-adapter';

const school = { flags: '--school <uai>', description: 'the UAI of one school; without it, all of them' };

export const fileCommands = {
  'files usage': {
    summary: 'lists the schools and their spaces by size; personal spaces together',
    options: [school],
  },
  'files verify': {
    summary:
      'reads every stored file again, and names what is damaged, missing, too much or of no work, and counts that are wrong; changes nothing',
    options: [school],
  },
} satisfies Record<string, CommandManifest>;
