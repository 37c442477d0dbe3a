// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { schoolDirectory } from '../directory/school-directory.js';
import { group, member, person, school, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';

const CLASSES = ['CM1', 'CM1-CM2', 'CM2'] as const;
const LABELS = ['A', 'B', 'C'] as const;

/** Where both sources put a pupil; undefined: the source does not name them, or names no class of theirs. */
interface Placed {
  readonly own: (typeof CLASSES)[number] | undefined;
  readonly other: (typeof LABELS)[number] | undefined;
}

/** Mostly the same class in both sources, so that some are joined. */
const placed: fc.Arbitrary<Placed> = fc
  .tuple(fc.nat({ max: 2 }), fc.nat({ max: 9 }), fc.option(fc.constantFrom(...LABELS), { nil: undefined }))
  .map(([index, luck, label]) => ({
    own: luck === 0 ? undefined : CLASSES[index],
    other: luck <= 1 ? label : LABELS[index],
  }));
const pupilsOfSchool = fc.array(placed, { minLength: 6, maxLength: 24 });

const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];

function records(
  prefix: string,
  pupils: readonly Placed[],
  classOf: (one: Placed) => string | undefined,
): DirectoryRecord[] {
  return pupils.flatMap((one, index) => {
    const label = classOf(one);
    if (label === undefined) return [];
    const number = String(10_000_000 + index);
    const pupil = person(`p${index}.petit`, 'pupil', TILLEULS, { ine: `1${number}AA`, birthDate: '2016-04-02' });
    const key = `${prefix}${index}`;
    return [{ ...pupil, key, login: key }, member(key, label, TILLEULS)];
  });
}

describe.each(bothDatabases())('classes of any two sources, on $name', (kind) => {
  test('a pupil stands in the class where the own source puts them and in no other, nobody is lost, and the plan told each join', async () => {
    await fc.assert(
      fc.asyncProperty(pupilsOfSchool, fc.nat({ max: 4 }), async (pupils, movers) => {
        const fixture = await SeveralSources.open(kind);
        try {
          const own = [...schools, ...CLASSES.map((name) => group(name, TILLEULS)), group('6e B', VAL)];
          const other = [school(TILLEULS, 'Tilleuls'), ...LABELS.map((name) => group(name, TILLEULS))];
          await fixture.sync('scribe', [...own, ...records('s', pupils, (one) => one.own)]);
          const { counts } = await fixture.sync('onde', [...other, ...records('o', pupils, (one) => one.other)]);
          expect(await fixture.classJoins.settle()).toBe(counts?.joinedClasses ?? 0);
          // Some change class in the own source a week before the file says so.
          const later = pupils.map((one, index) => (one.own && index < movers ? { ...one, own: CLASSES[0] } : one));
          await fixture.sync('scribe', [...own, ...records('s', later, (one) => one.own)]);
          await fixture.classJoins.settle();
          await expectEachOnce(fixture, later);
        } finally {
          await fixture.database.drop();
        }
      }),
      { numRuns: kind.name === 'SQLite' ? 25 : 6 },
    );
  }, 240_000);
});

async function expectEachOnce(fixture: SeveralSources, pupils: readonly Placed[]): Promise<void> {
  const { unitOfWork } = fixture.database;
  const place = { uai: TILLEULS, name: '', kind: 'primary' as const, timeZone: 'Europe/Paris' };
  const directory = schoolDirectory(unitOfWork, fixture.clock, place);
  const ids = new Map<string, Placed>();
  for (const [index, one] of pupils.entries()) {
    if (one.own) ids.set(await fixture.idOf('scribe', `s${index}`), one);
    else if (one.other) ids.set(await fixture.idOf('onde', `o${index}`), one);
  }
  const classes = await directory.classesOf([...ids.keys()]);
  const seen = new Map((await fixture.directory.groups(TILLEULS)).map((each) => [each.name, each.pupils]));
  for (const [id, { own }] of ids) {
    const names = (classes.get(id) ?? []).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    // In the class of the own source, and beside it in one of the file that is not joined.
    if (own) expect(names.filter((name) => CLASSES.some((known) => known === name))).toEqual([own]);
    expect(names.filter((name) => !seen.has(name))).toEqual([]);
  }
  for (const name of CLASSES) {
    const counted = [...classes.values()].filter((all) => all.some((each) => each.name === name)).length;
    expect([name, seen.get(name)]).toEqual([name, counted]);
  }
}
