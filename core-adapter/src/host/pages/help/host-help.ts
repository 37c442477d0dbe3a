// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { BrickBadgeColour } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

/** The reader of the help: a profile, or a visitor who is not logged in. */
export type HelpReader = Profile | 'nobody';

export interface HostHelpTopic {
  readonly title: HostKey;
  readonly lines: readonly HostKey[];
}

export interface HostHelpSection {
  readonly title: HostKey;
  readonly icon: string;
  readonly colour: BrickBadgeColour;
  readonly topics: readonly HostHelpTopic[];
}

interface HostHelp {
  readonly before: readonly HostHelpSection[];
  /** The parts below those of the bricks. */
  readonly after: readonly HostHelpSection[];
}

const password = { title: 'help.password', lines: ['help.password1', 'help.password2'] } as const;
const shared = { title: 'help.shared', lines: ['help.shared1'] } as const;
const pupilPassword = { title: 'help.pupilPassword', lines: ['help.pupilPassword1'] } as const;
const brickMissing = { title: 'help.brickMissing', lines: ['help.brickMissing1'] } as const;
const browser = { title: 'help.browser', lines: ['help.browser1', 'help.browser2'] } as const;
const kept = { title: 'help.kept', lines: ['help.kept1', 'help.kept2'] } as const;
const know = { title: 'help.know', lines: ['help.know1'] } as const;
const leave = { title: 'help.leave', lines: ['help.leave1', 'help.leave2'] } as const;

const login = { title: 'help.login', icon: 'key-fill', colour: 'home' } as const;
const data = { title: 'shell.data', icon: 'shield-lock-fill', colour: 'slate' } as const;
const people = { icon: 'people-fill', colour: 'agenda' } as const;

/** The host's own part of the help, for each reader. */
export const hostHelp: Readonly<Record<HelpReader, HostHelp>> = {
  pupil: {
    before: [],
    after: [
      {
        title: 'help.login',
        icon: 'key-fill',
        colour: 'agenda',
        topics: [
          {
            title: 'help.pupil.password',
            lines: ['help.pupil.password1', 'help.pupil.password2', 'help.pupil.password3'],
          },
        ],
      },
      {
        title: 'help.login',
        icon: 'box-arrow-right',
        colour: 'slate',
        topics: [
          { title: 'help.pupil.logout', lines: ['help.pupil.logout1', 'help.pupil.logout2', 'help.pupil.logout3'] },
        ],
      },
    ],
  },
  guardian: {
    before: [
      {
        ...login,
        topics: [
          password,
          { title: 'help.stay', lines: ['help.stay1', 'help.stay2'] },
          { title: 'help.otherParent', lines: ['help.otherParent1'] },
          browser,
        ],
      },
      {
        ...people,
        title: 'help.children',
        topics: [
          { title: 'help.twoSchools', lines: ['help.twoSchools1'] },
          { title: 'help.childMissing', lines: ['help.childMissing1'] },
          { title: 'help.fewerBricks', lines: ['help.fewerBricks1'] },
        ],
      },
    ],
    after: [
      {
        ...data,
        topics: [
          kept,
          { title: 'help.knowUs', lines: ['help.know1', 'help.knowChild'] },
          { title: 'help.childLeaves', lines: ['help.leave1', 'help.leave2'] },
        ],
      },
    ],
  },
  teacher: {
    before: [
      { ...login, topics: [password, shared, pupilPassword, browser] },
      {
        ...people,
        title: 'help.classes',
        topics: [
          { title: 'help.pupilMissing', lines: ['help.pupilMissing1'] },
          brickMissing,
          { title: 'help.parentsSee', lines: ['help.parentsSee1', 'help.parentsSee2'] },
        ],
      },
    ],
    after: [{ ...data, topics: [kept, know, leave] }],
  },
  head: {
    before: [
      { ...login, topics: [password, shared, pupilPassword, browser] },
      {
        title: 'help.school',
        icon: 'toggles',
        colour: 'slate',
        topics: [
          { title: 'help.switchOn', lines: ['help.switchOn1', 'help.switchOn2'] },
          { title: 'help.switchOff', lines: ['help.switchOff1'] },
          { title: 'help.whoHas', lines: ['help.whoHas1'] },
          { title: 'help.replace', lines: ['help.replace1', 'help.replace2'] },
          { title: 'help.unknown', lines: ['help.unknown1'] },
          { title: 'help.journal', lines: ['help.journal1'] },
        ],
      },
    ],
    after: [{ ...data, topics: [kept, know, leave] }],
  },
  staff: {
    before: [
      { ...login, topics: [password, shared, pupilPassword, browser] },
      { ...people, title: 'help.school', topics: [brickMissing, { title: 'help.unknown', lines: ['help.unknown1'] }] },
    ],
    after: [{ ...data, topics: [kept, know, leave] }],
  },
  nobody: {
    before: [
      {
        ...login,
        topics: [
          password,
          { title: 'help.account', lines: ['help.account1', 'help.account2'] },
          { title: 'help.unknownSelf', lines: ['help.unknownSelf1'] },
          { title: 'help.code', lines: ['help.code1'] },
          browser,
        ],
      },
    ],
    after: [],
  },
};
