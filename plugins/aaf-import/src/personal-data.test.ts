// SPDX-License-Identifier: EUPL-1.2
import type { EntityClass, FindOptions, PersonInSchool } from '@volee/core-adapter';
import { bothDatabases, onceInQuickRun } from '@volee/core-adapter/testing';
import type { ObjectLiteral } from 'typeorm';
import { forgetPerson } from './state/kept-entries.js';
import { unpackEntries } from './state/pack-entries.js';
import { add, modify, remove } from './testing/aaf-xml.js';
import { COLLEGE, ECOLE, filesOf, PRIMARY, SECONDARY } from './testing/sample-files.js';
import { startImport, type TestAcademy } from './testing/start-import.js';

const DAY = 86_400_000;
const DELAY = 61 * DAY;
const approve = 'as it should be';

/** Both schools; one father has a child in each. */
const BOTH = {
  ...filesOf('ENT2D', SECONDARY),
  ...filesOf('ENT1D', {
    ...PRIMARY,
    Eleve: [
      ...PRIMARY.Eleve,
      add('Eleve', '5003', {
        ENTPersonNom: 'DIALLO',
        ENTPersonPrenom: 'Ali',
        ENTPersonStructRattach: '500',
        ENTEleveAutoriteParentale: '6103$1',
      }),
    ],
  }),
};

const delta = (sample: Parameters<typeof filesOf>[1], day: string) => filesOf('ENT2D', sample, { kind: 'Delta', day });

for (const database of bothDatabases()) {
  const { host, clock, personalData, dataIn, academy } = await startImport(database);

  const asked = ({ source }: TestAcademy, key: string, uai: string): PersonInSchool => ({
    ...dataIn(uai),
    personId: 'of no matter',
    sourceKeys: [
      { source: 'ldap', key: '7101' },
      { source, key },
    ],
  });
  const keptIn = async ({ parts }: TestAcademy, uai?: string): Promise<string> => {
    const there = (await parts()).filter(({ school }) => uai === undefined || school === uai);
    return JSON.stringify(await Promise.all(there.map(({ content }) => unpackEntries(content))));
  };
  const marksOf = async ({ parts }: TestAcademy): Promise<string[]> =>
    (await parts()).map(({ id, day, category, appliedRun }) => [id, day, category, appliedRun].join()).toSorted();

  describe(`entries of one person kept for Deltas, on ${database.name}`, () => {
    const testOnce = onceInQuickRun(database);
    testOnce('T7: an export holds the own entry, in words, and of others only that they are linked', async () => {
      const one = academy();
      const { source } = one;
      await one.run(BOTH);
      const { records } = await personalData.exportPerson(asked(one, '4001', COLLEGE));
      expect(records).toEqual({
        entries: [
          {
            source,
            day: '2026-09-01',
            kind: 'pupil',
            key: '4001',
            familyName: ['DIALLO'],
            givenName: ['Awa'],
            ine: ['223456789AB'],
            birthDate: ['01/09/2014'],
            school: ['43'],
            classes: ['43 6A'],
            groups: ['43 6 ANG1'],
            courseName: ['6EME'],
          },
        ],
        ties: Array(3).fill({ source, as: 'child' }),
      });
    });

    testOnce('T1, T7: exports are made per school, and no school is taken for a person', async () => {
      const one = academy();
      const { source } = one;
      await one.run(BOTH);
      const given = async (key: string, uai: string) => (await personalData.exportPerson(asked(one, key, uai))).records;
      const tie = { source, as: 'guardian' };
      expect(await given('6103', ECOLE)).toMatchObject({ entries: [{ kind: 'guardian', key: '6103' }], ties: [tie] });
      expect(await given('6103', COLLEGE)).toEqual({ entries: [], ties: [tie] });
      expect(await given('4001', ECOLE)).toEqual({ entries: [], ties: [] });
      expect(await given('43', COLLEGE)).toEqual({ entries: [], ties: [] });
    });

    testOnce(
      'T7: an erasure covers the entries of others in the school, may be repeated, and changes nothing else',
      async () => {
        const one = academy();
        await one.run(BOTH);
        const [marks, école] = [await marksOf(one), await keptIn(one, ECOLE)];
        for (let time = 0; time < 2; time += 1) {
          for (const key of ['6103', '7102', '43']) await personalData.erasePerson(asked(one, key, COLLEGE));
        }
        expect(await keptIn(one, ECOLE)).toBe(école);
        const left = await keptIn(one, COLLEGE);
        expect(left).not.toMatch(/6103|7102|DUPRE/);
        for (const stays of ['"key":"43"', '"key":"4001"', '"key":"6101"', '"key":"7101"', '6101$10$$1']) {
          expect(left).toContain(stays);
        }
        expect(await marksOf(one)).toEqual(marks);
      },
    );

    test('T7: a concurrent change of a part wins, and the erasure must be repeated', async () => {
      const one = academy();
      await one.run(BOTH);
      const { db } = dataIn(COLLEGE);
      const { source } = one;
      const late: typeof db = {
        ...db,
        repository<T extends ObjectLiteral>(entity: EntityClass<T>) {
          const parts = db.repository(entity);
          const find = async (options?: FindOptions<T>): Promise<T[]> => {
            const found = await parts.find(options);
            await forgetPerson(db, { source, key: '7103' });
            return found;
          };
          return { ...parts, find };
        },
      };
      await expect(forgetPerson(late, { source, key: '7102' })).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await keptIn(one)).not.toContain('7103');
      await forgetPerson(db, { source, key: '7102' });
      expect(await keptIn(one)).not.toMatch(/7102|7103/);
    });

    testOnce('T7: deleting the data of a school leaves that of other schools', async () => {
      const one = academy();
      await one.run(BOTH);
      const before = await keptIn(one, ECOLE);
      await personalData.closeSchool(dataIn(COLLEGE));
      expect([await keptIn(one, COLLEGE), await keptIn(one, ECOLE)]).toEqual(['[]', before]);
    });
  });

  describe(`after an erasure, on ${database.name}`, () => {
    test('H2 a Delta still applies, and restores only the persons that it adds', async () => {
      const one = academy();
      await one.run(BOTH);
      const id = await one.idOf('4001');
      const yesterday = new Date(clock.now().getTime() - DAY).toISOString().slice(0, 10);
      const exit = `43$${yesterday.split('-').reverse().join('/')}`;
      const leaves = modify('Eleve', '4001', { ENTEleveDateSortieStructRattach: exit });
      await one.run(delta({ Eleve: [leaves] }, '20260902'), { approve });
      expect(await one.find('4001')).toBeUndefined();
      expect(await keptIn(one)).toMatch(/"key":"4001"/);

      clock.advance(DELAY);
      expect((await host.leavers.erase('cli')).persons).toContain(id);
      expect(await keptIn(one)).not.toMatch(/4001|6101/);
      // The guardian is kept, because another child remains.
      expect(await one.find('6103')).toBe('Omar DIALLO: ');

      const pupil = { sn: 'DIALLO', givenName: 'Awa', ENTPersonStructRattach: '43', ENTEleveClasses: '43$6B' };
      const said = await one.run(
        delta(
          {
            Eleve: [modify('Eleve', '4001', { ENTEleveClasses: '43$6B' })],
            PersEducNat: [modify('PersEducNat', '7103', { sn: 'LE ROY' })],
          },
          '20260903',
        ),
      );
      expect(said).toMatch(/applied\.\n {2}persons changed: 1\n {2}changes of entries that .*: 1 \(4001\)$/);
      expect(await one.find('4001')).toBeUndefined();
      await one.run(delta({ Eleve: [add('Eleve', '4001', pupil)] }, '20260904'));
      expect(await one.find('4001')).toBe('Awa DIALLO: 6B');
      expect(await one.idOf('4001')).not.toBe(id);
    });

    test('a guardian is removed from the entry of a child that stays', async () => {
      const one = academy();
      await one.run(BOTH);
      await one.run(delta({ PersRelEleve: [remove('PersRelEleve', '6101')] }, '20260902'), { approve });
      expect(await keptIn(one)).toContain('6101$10$$1');
      clock.advance(DELAY);
      await host.leavers.erase('cli');
      expect(await keptIn(one)).not.toContain('6101');
      expect(await one.run(delta({}, '20260903'))).toContain('nothing changes');
      expect(await one.find('4001')).toBe('Awa DIALLO: 6 ANG1, 6A');
    });
  });
}
