// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, GuardLimits } from '../../../../api/directory/directory-source.js';
import { DEFAULT_LIMITS } from './guard.js';
import {
  currentOf,
  judgeSync,
  member,
  nothingYet,
  person,
  scribeRecords,
  school,
  snapshotOf,
  TILLEULS,
  VAL,
  without,
} from '../testing/records-for-tests.js';
import type { Verdict } from './verdict.js';

const PASSED: Verdict = { refused: false, reasons: [], more: 0 };

const HALF = ['six', 'seven', 'eight', 'nine', 'ten'].map((name) => `${name}.petit`);

async function judge(before: DirectoryRecord[], after: DirectoryRecord[], limits?: GuardLimits): Promise<Verdict> {
  return judgeSync(currentOf(await snapshotOf(before)), await snapshotOf(after), limits);
}

function sentences(verdict: Verdict): string[] {
  return verdict.reasons.map(({ sentence }) => sentence);
}

test('nothing changed passes', async () => {
  expect(await judge(scribeRecords(), scribeRecords())).toEqual(PASSED);
});

test('a first import passes', async () => {
  expect(judgeSync(nothingYet(), await snapshotOf(scribeRecords()))).toEqual(PASSED);
});

describe('L3 nothing was read', () => {
  test('is refused', async () => {
    const verdict = await judge(scribeRecords(), []);
    expect(verdict).toMatchObject({
      refused: true,
      more: 0,
      reasons: [{ code: 'nothing-read', before: 24, after: 0 }],
    });
    expect(sentences(verdict)).toEqual([
      'The source scribe named no person at all; there are 24. Check its address, base and rights.',
    ]);
  });

  test('L15 schools without a person are nothing', async () => {
    const empty = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];
    expect((await judge(scribeRecords(), empty)).reasons.map(({ code }) => code)).toEqual(['nothing-read']);
  });

  test('is refused at the first sync too', async () => {
    expect(judgeSync(nothingYet(), await snapshotOf([])).refused).toBe(true);
  });
});

describe('L4 far fewer were read', () => {
  test('one pupil in ten may leave', async () => {
    expect(await judge(scribeRecords(), without(scribeRecords(), 'two.petit'))).toEqual(PASSED);
  });

  test('half of ten may not; the sentence names the school, the profile and the figures', async () => {
    const verdict = await judge(scribeRecords(), without(scribeRecords(), ...HALF));
    expect(verdict.reasons).toEqual([
      {
        code: 'profile-shrank',
        uai: TILLEULS,
        profile: 'pupil',
        before: 10,
        after: 5,
        sentence: `${TILLEULS} École des Tilleuls: 5 of 10 pupils are still there (50 %, at least 90 % expected).`,
      },
    ]);
  });

  test('a gain elsewhere does not make up for it', async () => {
    const gained = Array.from({ length: 10 }, (_, at) => person(`new.${at}`, 'pupil', VAL));
    const verdict = await judge(scribeRecords(), [...without(scribeRecords(), ...HALF), ...gained]);
    expect(verdict.reasons.map(({ uai }) => uai)).toEqual([TILLEULS]);
  });

  test.each([
    [6, 5, false],
    [6, 0, true],
    [5, 0, true],
    [4, 0, false],
    [20, 16, false],
    [40, 34, true],
    [100, 90, false],
    [100, 89, true],
  ])('the loss counts, not the size: %i members of staff become %i', async (before, after, refused) => {
    const others = without(scribeRecords(), 'sam.bureau');
    const staff = Array.from({ length: before }, (_, at) => person(`x.${at}`, 'staff', VAL));
    // Pupils enough that the school as a whole does not shrink.
    const crowd = Array.from({ length: 200 }, (_, at) => person(`y.${at}`, 'pupil', VAL));
    const verdict = await judge([...others, ...crowd, ...staff], [...others, ...crowd, ...staff.slice(0, after)]);
    expect(verdict.refused).toBe(refused);
  });

  test('newcomers do not make up for those who are gone: every key changed', async () => {
    const renamed = scribeRecords().map((record) =>
      Object.fromEntries(
        Object.entries(record).map(([name, value]) => [
          name,
          ['key', 'person', 'guardian', 'child'].includes(name) && record.type !== 'group' ? `id-${value}` : value,
        ]),
      ),
    ) as unknown as DirectoryRecord[];
    expect((await snapshotOf(renamed)).persons.size).toBe(24);
    expect((await judge(scribeRecords(), renamed)).reasons).toMatchObject([
      { code: 'profile-shrank', uai: TILLEULS, profile: 'pupil', before: 10, after: 0 },
      { code: 'profile-shrank', uai: VAL, profile: 'pupil', before: 10, after: 0 },
    ]);
  });

  test('many small profiles together make a school shrink', async () => {
    const small = [
      ...['a', 'b', 'c', 'd'].map((key) => person(`${key}.agent`, 'staff', TILLEULS)),
      ...['a', 'b'].map((key) => person(`${key}.maitre`, 'teacher', TILLEULS)),
    ];
    const before = [...scribeRecords(), ...small];
    const verdict = await judge(before, without(before, 'a.agent', 'b.agent', 'c.agent', 'a.maitre', 'b.maitre'));
    expect(verdict.reasons).toEqual([
      {
        code: 'school-shrank',
        uai: TILLEULS,
        before: 19,
        after: 14,
        sentence: `${TILLEULS} École des Tilleuls: 14 of 19 persons are still there (73 %, at least 90 % expected).`,
      },
    ]);
  });

  test('the limits are settings', async () => {
    const after = without(scribeRecords(), ...HALF);
    expect((await judge(scribeRecords(), after, { ...DEFAULT_LIMITS, keep: 0.5 })).refused).toBe(false);
    expect((await judge(scribeRecords(), after, { ...DEFAULT_LIMITS, ignoreUnder: 20 })).refused).toBe(false);
    const one = without(scribeRecords(), 'sam.bureau');
    expect((await judge(scribeRecords(), one, { ...DEFAULT_LIMITS, ignoreUnder: 1 })).refused).toBe(true);
  });

  test('shares are rounded down', async () => {
    const many = Array.from({ length: 125 }, (_, at) => person(`x.${at}`, 'staff', VAL));
    const before = [...without(scribeRecords(), 'sam.bureau'), ...many];
    const gone = many.slice(0, 13).map((record) => String('key' in record && record.key));
    expect(sentences(await judge(before, without(before, ...gone)))[0]).toContain(
      '112 of 125 members of staff are still there (89 %',
    );
  });
});

describe('L15 the groups of one school were not read', () => {
  const inVal = ({ type, uai }: { type: string; uai?: string }): boolean => type === 'membership' && uai === VAL;

  test('its pupils are without a class and a level: refused', async () => {
    const after = scribeRecords().filter(
      (record) => !inVal(record) && !(record.type === 'group' && record.uai === VAL),
    );
    expect((await judge(scribeRecords(), after)).reasons).toEqual([
      {
        ...{ code: 'groups-shrank', uai: VAL, role: 'member', profile: 'pupil', group: 'class', before: 10, after: 0 },
        sentence: `${VAL} Collège du Val: 0 of 10 pupils are still in a class (0 %, at least 90 % expected).`,
      },
      {
        ...{ code: 'groups-shrank', uai: VAL, role: 'member', profile: 'pupil', group: 'level', before: 10, after: 0 },
        sentence: `${VAL} Collège du Val: 0 of 10 pupils are still in a level (0 %, at least 90 % expected).`,
      },
    ]);
  });

  test('its teachers are without a class, the pupils are not: refused', async () => {
    const teachers = Array.from({ length: 6 }, (_, at) => person(`prof.${at}`, 'teacher', VAL));
    const before = [...scribeRecords(), ...teachers, ...teachers.map(({ key }) => member(key, '6e B', VAL, 'teacher'))];
    const after = before.filter((record) => !(inVal(record) && 'role' in record && record.role === 'teacher'));
    expect((await judge(before, after)).reasons).toMatchObject([
      { code: 'groups-shrank', uai: VAL, role: 'teacher', profile: 'teacher', group: 'class', before: 7, after: 0 },
    ]);
  });

  test('a person who left the source is no loss of their group', async () => {
    const after = without(scribeRecords(), ...HALF);
    expect((await judge(scribeRecords(), after)).reasons.map(({ code }) => code)).toEqual(['profile-shrank']);
  });

  test('a new school year begins without groups: nothing was lost', async () => {
    const image = await snapshotOf(scribeRecords().filter(({ type }) => type !== 'membership'));
    const july = currentOf(image, { groups: new Map() });
    expect(judgeSync(july, await snapshotOf(scribeRecords().filter(({ type }) => type !== 'group'))).refused).toBe(
      false,
    );
  });
});

describe('a school vanished', () => {
  test('is refused, whatever its size', async () => {
    const tiny = [...scribeRecords(), school('0390003Z', 'École du Pont'), person('un.seul', 'pupil', '0390003Z')];
    const verdict = await judge(tiny, scribeRecords());
    expect(verdict.reasons).toEqual([
      {
        code: 'school-vanished',
        uai: '0390003Z',
        before: 1,
        after: 0,
        sentence: '0390003Z École du Pont is no longer named by the source; it has 1 person.',
      },
    ]);
  });

  test('is said once, not for each profile', async () => {
    expect((await judge(scribeRecords(), without(scribeRecords(), VAL))).reasons.map(({ code }) => code)).toEqual([
      'school-vanished',
    ]);
  });

  test('one that was empty already may go', async () => {
    const before = [...scribeRecords(), school('0390003Z', 'École du Pont')];
    expect(await judge(before, scribeRecords())).toEqual(PASSED);
  });

  test('one that is still named but empty fell too far', async () => {
    const after = [...without(scribeRecords(), VAL), school(VAL, 'Collège du Val')];
    expect((await judge(scribeRecords(), after)).reasons).toMatchObject([
      { code: 'profile-shrank', uai: VAL, profile: 'pupil', before: 10, after: 0 },
    ]);
  });
});

describe('L15 something vanished from everybody', () => {
  test.each([
    ['givenName', 'a given name'],
    ['familyName', 'a family name'],
    ['displayName', 'a display name'],
  ])('%s', async (attribute, what) => {
    const emptied = { givenName: '', familyName: '', displayName: '', [attribute]: '' };
    const kept = (record: DirectoryRecord): DirectoryRecord =>
      record.type === 'person'
        ? { ...record, ...(attribute === 'displayName' ? emptied : { [attribute]: '' }) }
        : record;
    const verdict = await judge(scribeRecords(), scribeRecords().map(kept));
    expect(sentences(verdict)).toContain(
      `Nobody has ${what} any more; 24 had before. Check the rights and the mapping of the source.`,
    );
  });

  test('names of dashes are no names', async () => {
    const dashes = scribeRecords().map((record) =>
      record.type === 'person' ? { ...record, givenName: '-', displayName: '-' } : record,
    );
    expect(sentences(await judge(scribeRecords(), dashes))).toContain(
      'Nobody has a given name any more; 24 had before. Check the rights and the mapping of the source.',
    );
    expect(await judge(dashes, scribeRecords())).toEqual(PASSED);
  });

  test('the members of every group', async () => {
    const after = scribeRecords().filter((record) => record.type !== 'membership');
    expect((await judge(scribeRecords(), after)).reasons).toMatchObject([
      { code: 'vanished-everywhere', before: 20, after: 0 },
      { code: 'groups-shrank', uai: TILLEULS, group: 'class' },
      { code: 'groups-shrank', uai: TILLEULS, group: 'level' },
      { code: 'groups-shrank', uai: VAL, group: 'class' },
      { code: 'groups-shrank', uai: VAL, group: 'level' },
    ]);
  });

  test('the teams of small schools', async () => {
    const teachers = Array.from({ length: 3 }, (_, at) => person(`maitre.${at}`, 'teacher', at < 2 ? TILLEULS : VAL));
    const teams = teachers.map(({ key }, at) =>
      member(key, at < 2 ? 'CM2 A' : '6e B', at < 2 ? TILLEULS : VAL, 'teacher'),
    );
    const before = [...scribeRecords(), ...teachers, ...teams];
    const after = before.filter((record) => record.type !== 'membership' || record.role !== 'teacher');
    expect(sentences(await judge(before, after))).toEqual([
      'Nobody has a group to teach any more; 5 had before. Check the rights and the mapping of the source.',
    ]);
  });

  test('the children of every guardian', async () => {
    const families = Array.from({ length: 5 }, (_, at) => person(`g${at}.petit`, 'guardian', TILLEULS));
    const kinships = families.map((guardian): DirectoryRecord => {
      return { type: 'kinship', guardian: 'key' in guardian ? guardian.key : '', child: 'two.petit' };
    });
    const before = [...scribeRecords(), ...families, ...kinships];
    const after = before.filter((record) => record.type !== 'kinship');
    expect(sentences(await judge(before, after))).toContain(
      'Nobody has a child any more; 6 had before. Check the rights and the mapping of the source.',
    );
  });

  test('from all but one passes: that is for the figures of the school', async () => {
    const after = scribeRecords().map((record) =>
      record.type === 'person' && record.key !== 'one.petit' ? { ...record, givenName: '' } : record,
    );
    expect(await judge(scribeRecords(), after)).toEqual(PASSED);
  });
});

test('a hundred reasons are cut to fifty, and the rest counted', async () => {
  const schools = Array.from({ length: 100 }, (_, at): DirectoryRecord[] => {
    const uai = `${1_000_000 + at}A`;
    return [school(uai, `École ${at}`), person(`un.p${at}`, 'pupil', uai)];
  });
  const verdict = await judge([...scribeRecords(), ...schools.flat()], scribeRecords());
  expect(verdict.reasons).toHaveLength(50);
  expect(verdict.more).toBe(50);
});
