// SPDX-License-Identifier: EUPL-1.2
import type { ExpectedAnswer, TestExchange, TestPerson } from '@volee/core-adapter/testing';
import {
  emptyTrashPath,
  filePath,
  nodePath,
  PICK_PATH,
  renamePath,
  restorePath,
  TAKE_PATH,
  trashPath,
} from '../../paths.js';
import type { Asking } from './ask-all-for-tests.js';
import type { NodeAt } from './node-actions-for-tests.js';
import type { NodePlaceRow } from './node-table-for-tests.js';
import type { Who } from './people-for-tests.js';
import type { Where } from './places-for-tests.js';

const ADULTS = ['teacher', 'replacement', 'otherTeacher', 'lastYearsTeacher', 'head', 'staff'] as const;

/** The people who have a trash in each space: they add to the space, or to a folder in it. */
const WITH_TRASH: Readonly<Record<Exclude<Where['space'], 'own'>, readonly Who[]>> = {
  cm1: ['teacher', 'replacement', 'pupil', 'classmate'],
  team: ['teacher', 'replacement', 'head'],
  school: ADULTS,
  option: ['teacher', 'pupil'],
  ce2: [],
};

/**
 * The requests about a file in the trash of a space: people who may change it see it, and only they bring it back.
 * @param isWhole whether people without any right send all of them
 */
export function trashAskings({ where, may }: NodePlaceRow, isWhole: boolean): readonly Asking<NodeAt>[] {
  const withTrash = where.space === 'own' ? [where.by] : WITH_TRASH[where.space];
  // A pupil brings back what they added also from a folder that is closed by now, into their own files.
  const isOwn = (who: Who): boolean =>
    who === where.by && where.space === 'cm1' && ['pupil', 'classmate'].includes(who);
  const mayChange = (who: Who): boolean => isOwn(who) || (may[who]?.includes('change') ?? false);
  const isAsked = (who: Who): boolean => isWhole || may[who] !== undefined || withTrash.includes(who);
  const atDoor = (who: Who, answer: ExpectedAnswer): ExpectedAnswer =>
    /guardian/i.test(who) ? { ...NOTHING, status: 403 } : answer;
  return [
    {
      ...{ name: 'opens the trash', method: 'GET', send: ({ file }, person) => person.get(trashPath(file.spaceId)) },
      answer: (who) =>
        isAsked(who)
          ? atDoor(who, withTrash.includes(who) ? { status: 200, tells: mayChange(who) } : NOTHING)
          : undefined,
    },
    {
      ...{ name: 'puts it back', method: 'POST', isOnce: true },
      send: ({ file }, person) => person.post(restorePath(file)).form({}),
      answer: (who) => atDoor(who, mayChange(who) ? { status: 303 } : NOTHING),
    },
    {
      ...{ name: 'empties the trash', method: 'POST', isOnce: true },
      send: ({ file, until }, person) => person.post(emptyTrashPath(file.spaceId)).form({ until }),
      answer: (who) =>
        isAsked(who)
          ? atDoor(who, withTrash.includes(who) ? { status: 303, changes: mayChange(who) } : NOTHING)
          : undefined,
    },
  ];
}

/** Nodes in the trash are found at no other address, by nobody. */
export function trashedElsewhere(): readonly Asking<NodeAt>[] {
  const nowhere = (name: string, send: Asking<NodeAt>['send'], guardians = 404): Asking<NodeAt> => ({
    ...{ name: `${name} what is in the trash`, method: 'POST', send },
    answer: (who) => ({ ...NOTHING, status: /guardian/i.test(who) ? guardians : 404 }),
  });
  return [
    nowhere('reads', ({ file }, person) => person.get(filePath(file))),
    nowhere('opens the page about', ({ file }, person) => person.get(nodePath(file))),
    nowhere('takes out', ({ file }, person) => person.get(`${TAKE_PATH}?ids=${file.id}`)),
    nowhere('renames', ({ file }, person) => person.post(renamePath(file)).form({ name: 'x' }), 403),
    nowhere('copies', copyIt, 403),
  ];
}

const NOTHING: ExpectedAnswer = { status: 404, tells: false };

function copyIt({ file }: NodeAt, person: TestPerson): TestExchange {
  return person.post(PICK_PATH).form({ action: 'copy', ids: file.id, to: 'own' });
}
