// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { PartState, WorkPupilRow } from '../../store/work-pupil.entity.js';
import { workPupils } from './work-audience.js';

const member = (id: string, level: string | null): Member => ({
  ...{ id, displayName: id, givenName: id, familyName: id, level },
});
const part = (pupilId: string, state: PartState): WorkPupilRow => ({
  ...{ id: `part of ${pupilId}`, school: '0390001X', workId: 'work', groupId: 'group', pupilId, state },
  ...{
    startedAt: null,
    handedInAt: null,
    takenBackAt: null,
    late: false,
    word: '',
    answer: '',
    ready: null,
    givenBackAt: null,
  },
  ...{ prepared: null, undo: null, remindedAt: null, shown: false, shownToRead: false, revision: 0 },
});

const ines = member('ines', 'CM2');
const jade = member('jade', 'CM1');
const lou = member('lou', null);
const members = [ines, jade, lou];

const idsOf = (audience: 'class' | 'level' | 'picked', rows: WorkPupilRow[] = []): string[] =>
  workPupils({ audience, level: 'CM2' }, members, rows).asked.map(({ pupilId }) => pupilId);

test('a work is for the class, for one level or for the picked pupils', () => {
  expect(idsOf('class')).toEqual(['ines', 'jade', 'lou']);
  expect(idsOf('level')).toEqual(['ines']);
  expect(idsOf('picked', [part('jade', 'given')])).toEqual(['jade']);
  expect(workPupils({ audience: 'level', level: null }, members, []).asked).toEqual([]);
});

test('a pupil that was moved to another level keeps a part that has begun', () => {
  expect(idsOf('level', [part('jade', 'started')])).toEqual(['ines', 'jade']);
});

test('a pupil that has left the class keeps a part that has begun, and is not asked for one that has not', () => {
  const rows = [part('gone', 'handedIn'), part('never-begun', 'given'), part('ines', 'started')];
  const { asked, left } = workPupils({ audience: 'class', level: null }, members, rows);
  expect(left.map(({ pupilId }) => pupilId)).toEqual(['gone']);
  expect(asked.find(({ pupilId }) => pupilId === 'ines')?.row?.state).toBe('started');
  expect(asked).toHaveLength(3);
});
