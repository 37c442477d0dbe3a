// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory-source.js';
import { DEFAULT_LIMITS, guard, type GuardLimits, type Verdict } from './guard.js';
import {
  currentOf,
  nothingYet,
  person,
  sampleRecords,
  school,
  snapshotOf,
  TILLEULS,
  VAL,
  without,
} from '../testing/records-for-tests.js';

const PASSED: Verdict = { refused: false, reasons: [], more: 0 };

async function judge(before: DirectoryRecord[], after: DirectoryRecord[], limits?: GuardLimits): Promise<Verdict> {
  return guard(currentOf(await snapshotOf(before)), await snapshotOf(after), limits);
}

function sentences(verdict: Verdict): string[] {
  return verdict.reasons.map(({ sentence }) => sentence);
}

test('nothing changed passes', async () => {
  expect(await judge(sampleRecords(), sampleRecords())).toEqual(PASSED);
});

test('a first import passes', async () => {
  expect(guard(nothingYet(), await snapshotOf(sampleRecords()))).toEqual(PASSED);
});

describe('L3 nothing was read', () => {
  test('is refused', async () => {
    const verdict = await judge(sampleRecords(), []);
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
    expect((await judge(sampleRecords(), empty)).reasons.map(({ code }) => code)).toEqual(['nothing-read']);
  });

  test('is refused at the first sync too', async () => {
    expect(guard(nothingYet(), await snapshotOf([])).refused).toBe(true);
  });
});

describe('L4 far fewer were read', () => {
  test('one pupil in ten may leave', async () => {
    expect(await judge(sampleRecords(), without(sampleRecords(), 'two.petit'))).toEqual(PASSED);
  });

  test('two in ten may not; the sentence names the school, the profile and the figures', async () => {
    const verdict = await judge(sampleRecords(), without(sampleRecords(), 'two.petit', 'three.petit'));
    expect(verdict.reasons).toEqual([
      {
        code: 'profile-shrank',
        uai: TILLEULS,
        profile: 'pupil',
        before: 10,
        after: 8,
        sentence: `${TILLEULS} École des Tilleuls: 8 pupils instead of 10 (80 %, at least 90 % expected).`,
      },
    ]);
  });

  test('a gain elsewhere does not make up for it', async () => {
    const gained = Array.from({ length: 10 }, (_, at) => person(`new.${at}`, 'pupil', VAL));
    const verdict = await judge(sampleRecords(), [...without(sampleRecords(), 'two.petit', 'three.petit'), ...gained]);
    expect(verdict.reasons.map(({ uai }) => uai)).toEqual([TILLEULS]);
  });

  test('a profile of fewer than five persons may shrink, even away', async () => {
    expect(await judge(sampleRecords(), without(sampleRecords(), 'sam.bureau'))).toEqual(PASSED);
  });

  test('a profile of five may not', async () => {
    const staff = ['a', 'b', 'c', 'd', 'e'].map((key) => person(`${key}.agent`, 'staff', VAL));
    const before = [...without(sampleRecords(), 'sam.bureau'), ...staff];
    expect((await judge(before, without(before, 'a.agent'))).reasons).toMatchObject([
      { uai: VAL, profile: 'staff', before: 5, after: 4 },
    ]);
  });

  test('many small profiles together make a school shrink', async () => {
    const small = [
      ...['a', 'b', 'c', 'd'].map((key) => person(`${key}.agent`, 'staff', TILLEULS)),
      ...['a', 'b'].map((key) => person(`${key}.maitre`, 'teacher', TILLEULS)),
    ];
    const before = [...sampleRecords(), ...small];
    const verdict = await judge(before, without(before, 'a.agent', 'b.agent', 'a.maitre', 'b.maitre'));
    expect(verdict.reasons).toEqual([
      {
        code: 'school-shrank',
        uai: TILLEULS,
        before: 19,
        after: 15,
        sentence: `${TILLEULS} École des Tilleuls: 15 persons instead of 19 (78 %, at least 90 % expected).`,
      },
    ]);
  });

  test('the limits are settings', async () => {
    const after = without(sampleRecords(), 'two.petit', 'three.petit');
    expect((await judge(sampleRecords(), after, { ...DEFAULT_LIMITS, keep: 0.8 })).refused).toBe(false);
    expect((await judge(sampleRecords(), after, { ...DEFAULT_LIMITS, ignoreUnder: 20 })).refused).toBe(false);
    const one = without(sampleRecords(), 'sam.bureau');
    expect((await judge(sampleRecords(), one, { keep: 0.9, ignoreUnder: 1 })).refused).toBe(true);
  });

  test('shares are rounded down', async () => {
    const many = Array.from({ length: 125 }, (_, at) => person(`x.${at}`, 'staff', VAL));
    const before = [...without(sampleRecords(), 'sam.bureau'), ...many];
    const gone = many.slice(0, 13).map((record) => String('key' in record && record.key));
    expect(sentences(await judge(before, without(before, ...gone)))[0]).toContain(
      '112 members of staff instead of 125 (89 %',
    );
  });
});

describe('a school vanished', () => {
  test('is refused, whatever its size', async () => {
    const tiny = [...sampleRecords(), school('0390003Z', 'École du Pont'), person('un.seul', 'pupil', '0390003Z')];
    const verdict = await judge(tiny, sampleRecords());
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
    expect((await judge(sampleRecords(), without(sampleRecords(), VAL))).reasons.map(({ code }) => code)).toEqual([
      'school-vanished',
    ]);
  });

  test('one that was empty already may go', async () => {
    const before = [...sampleRecords(), school('0390003Z', 'École du Pont')];
    expect(await judge(before, sampleRecords())).toEqual(PASSED);
  });

  test('one that is still named but empty fell too far', async () => {
    const after = [...without(sampleRecords(), VAL), school(VAL, 'Collège du Val')];
    expect((await judge(sampleRecords(), after)).reasons).toMatchObject([
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
    const verdict = await judge(sampleRecords(), sampleRecords().map(kept));
    expect(sentences(verdict)).toContain(
      `Nobody has ${what} any more; 24 had before. Check the rights and the mapping of the source.`,
    );
  });

  test('the members of every group', async () => {
    const after = sampleRecords().filter((record) => record.type !== 'membership');
    expect((await judge(sampleRecords(), after)).reasons).toMatchObject([
      { code: 'vanished-everywhere', before: 22, after: 0 },
    ]);
  });

  test('the children of every guardian', async () => {
    const families = Array.from({ length: 5 }, (_, at) => person(`g${at}.petit`, 'guardian', TILLEULS));
    const kinships = families.map((guardian): DirectoryRecord => {
      return { type: 'kinship', guardian: 'key' in guardian ? guardian.key : '', child: 'two.petit' };
    });
    const before = [...sampleRecords(), ...families, ...kinships];
    const after = before.filter((record) => record.type !== 'kinship');
    expect(sentences(await judge(before, after))).toContain(
      'Nobody has a child any more; 6 had before. Check the rights and the mapping of the source.',
    );
  });

  test('from all but one passes: that is for the figures of the school', async () => {
    const after = sampleRecords().map((record) =>
      record.type === 'person' && record.key !== 'one.petit' ? { ...record, givenName: '' } : record,
    );
    expect(await judge(sampleRecords(), after)).toEqual(PASSED);
  });
});

test('a hundred reasons are cut to fifty, and the rest counted', async () => {
  const schools = Array.from({ length: 100 }, (_, at): DirectoryRecord[] => {
    const uai = `${1_000_000 + at}A`;
    return [school(uai, `École ${at}`), person(`un.p${at}`, 'pupil', uai)];
  });
  const verdict = await judge([...sampleRecords(), ...schools.flat()], sampleRecords());
  expect(verdict.reasons).toHaveLength(50);
  expect(verdict.more).toBe(50);
});
