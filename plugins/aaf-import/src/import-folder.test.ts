// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '@volee/core-adapter/testing';
import { unpackEntries } from './state/pack-entries.js';
import { add, modify, remove } from './testing/aaf-xml.js';
import { COLLEGE, complet, ECOLE, filesOf, PRIMARY, SECONDARY } from './testing/sample-files.js';
import { startImport } from './testing/start-import.js';

type Sample = Parameters<typeof filesOf>[1];
const delta = (sample: Sample, day = '20260902') => filesOf('ENT2D', sample, { kind: 'Delta', day });

const MOVES: Sample = {
  Eleve: [
    modify('Eleve', '4001', { ENTEleveClasses: '43$6B' }),
    add('Eleve', '4003', {
      sn: 'ROY',
      givenName: 'Léo',
      ENTPersonStructRattach: '43',
      ENTEleveClasses: '43$6B',
      ENTElevePersRelEleve: '6103$20$1$1$1$1',
    }),
  ],
  PersRelEleve: [modify('PersRelEleve', '6101', { sn: 'DIALLO-ROY' })],
};

for (const database of testDatabases()) {
  const { host, run: runCommand, academy } = await startImport(database);

  describe(`on ${database.name}`, () => {
    test('a Complet brings both schools with their people and classes', async () => {
      const { run, find } = academy();
      expect(await run(complet())).toMatch(
        /^Sync run \d+ of "aaf-0", Complet of 2026-09-01: applied\.\n {2}schools new: 2\n {2}persons new: 12\n {2}groups new: 5\n/,
      );
      expect(await find('5001')).toBe('Zoé LEMAÎTRE: CHORALE, CM2 A');
      expect(await find('6001')).toBe('Anne LEMAÎTRE: CHORALE, CM2 A');
      expect(await find('7101')).toBe('Jeanne MOREL: 6 ANG1, 6A');
      expect(await find('7102')).toBe('Alain DUPRE: 6A');
      expect(await find('6102')).toBeUndefined();
      const schools = await host.directory.schools();
      expect(schools.filter(({ uai }) => [ECOLE, COLLEGE].includes(uai))).toMatchObject([
        { kind: 'college', persons: { pupil: 1, guardian: 2, teacher: 1, head: 1, staff: 1 } },
        { kind: 'primary', persons: { pupil: 2, guardian: 3, teacher: 1, head: 1, staff: 0 } },
      ]);
    });

    test('T1: what is kept for Deltas lies in the school that it is of, and holds nothing that Volée does not need', async () => {
      const { run, parts } = academy();
      await run(complet());
      const kept = await Promise.all(
        (await parts()).map(async ({ school, content }) => ({ school, entries: await unpackEntries(content) })),
      );
      const keysIn = (uai: string): string[] =>
        kept.filter(({ school }) => school === uai).flatMap(({ entries }) => entries.map(({ key }) => key));
      expect(keysIn(ECOLE).toSorted()).toEqual(['500', '5001', '5002', '6001', '6002', '6003', '7001']);
      expect(keysIn(COLLEGE).toSorted()).toEqual(['4001', '43', '6101', '6103', '7101', '7102', '7103']);
      expect(JSON.stringify(kept)).not.toMatch(/secret|SECRET|\+33|39100|PHYSIQUE|GRAND/);
    });

    test('the same again changes nothing, and what is kept is not doubled', async () => {
      const { run, value, parts } = academy();
      await run(complet());
      const before = await parts();
      expect(await value(complet('20260905'))).toMatchObject({ state: 'unchanged', day: '2026-09-05' });
      expect(await parts()).toHaveLength(before.length);
      expect(new Set((await parts()).map(({ day }) => day))).toEqual(new Set(['2026-09-05']));
    });

    test('Deltas change what was there and leave the rest, one after the other', async () => {
      const { run, find } = academy();
      await run(complet());
      expect(await run(delta(MOVES))).toMatch(
        /Delta of 2026-09-02: applied\.\n {2}persons new: 1\n {2}persons changed: 1/,
      );
      expect(await find('4001')).toBe('Awa DIALLO: 6 ANG1, 6B');
      expect(await find('4003')).toBe('Léo ROY: 6B');
      expect(await find('6103')).toBe('Omar DIALLO: 6 ANG1, 6B');
      expect(await find('6101')).toBe('Fatou DIALLO-ROY: 6 ANG1, 6B');
      expect(await find('5001')).toBe('Zoé LEMAÎTRE: CHORALE, CM2 A');

      await run(
        delta(
          { Eleve: [remove('Eleve', '4003')], PersEducNat: [modify('PersEducNat', '7103', { sn: 'LE ROY' })] },
          '20260903',
        ),
      );
      expect(await find('4003')).toBeUndefined();
      expect(await find('4001')).toBe('Awa DIALLO: 6 ANG1, 6B');
      expect(await find('7103')).toBe('Sami LE ROY: ');
    });

    test('L11: a pupil that moves from école to collège stays the same person', async () => {
      const { run, find, idOf } = academy();
      await run(complet());
      const before = await idOf('5001');
      await run(
        delta({
          Eleve: [
            modify('Eleve', '5001', {
              ENTPersonStructRattach: '43',
              ENTPersonClasses: [],
              ENTPersonGroupes: [],
              ENTEleveClasses: '43$6A',
            }),
          ],
        }),
      );
      expect(await find('5001')).toBe('Zoé LEMAÎTRE: 6A');
      expect(await idOf('5001')).toBe(before);
    });

    test('L5: a Delta without a Complet, and one that is older than what is known, are refused', async () => {
      const { run, find } = academy();
      await expect(run(delta(MOVES))).rejects.toThrow(/none of "aaf-\d+" was imported yet\.$/);
      await run(complet('20260910'));
      await expect(run(delta(MOVES, '20260909'))).rejects.toThrow(
        /is of 2026-09-09, and what was imported last is of 2026-09-10/,
      );
      expect(await find('4003')).toBeUndefined();
      expect(await run(delta(MOVES, '20260910'))).toContain('applied');
    });

    test('a dry run changes nothing and keeps nothing', async () => {
      const { run, find, parts } = academy();
      expect(await run(complet(), { 'dry-run': true })).toMatch(
        /this would change, and nothing was changed\.\n {2}persons new: 12/,
      );
      expect(await find('5001')).toBeUndefined();
      expect(await parts()).toEqual([]);
      await run(complet());
      expect(await run(complet('20260905'), { 'dry-run': true })).toContain('nothing changes');
      expect(new Set((await parts()).map(({ day }) => day))).toEqual(new Set(['2026-09-01']));
    });

    test('L4: the guard refuses a folder that lacks a school; with a reason it is applied', async () => {
      const { run, find } = academy();
      await run(complet());
      const half = filesOf('ENT2D', SECONDARY, { day: '20260905' });
      await expect(run(half)).rejects.toMatchObject({
        code: 'REFUSED',
        message: expect.stringMatching(/the guard refuses it and nothing was changed:\n- /) as string,
      });
      expect(await find('5001')).toBeDefined();
      expect(await run(delta(MOVES))).toContain('applied');
      expect(await run(half, { approve: 'the école is closed' })).toContain('applied');
      expect(await find('5001')).toBeUndefined();
      expect(await find('4003')).toBeUndefined();
    });

    test('a plan applied by other means must be imported again before a Delta may change it', async () => {
      const { run, value, find } = academy();
      await run(complet());
      const { run: planned } = await value(delta(MOVES), { 'dry-run': true });
      await host.sync.apply(planned);
      const next = delta({ Eleve: [remove('Eleve', '4003')] }, '20260903');
      await expect(run(next)).rejects.toThrow(/is not what was applied last\.$/);
      expect(await find('4003')).toBeDefined();
      await run(complet('20260904'), { approve: 'as before' });
      await run(delta(MOVES, '20260905'));
      expect(await find('4003')).toBeDefined();
    });

    test('L12: what is kept counts only once it is whole', async () => {
      const { run, setParts } = academy();
      await run(complet());
      await setParts(ECOLE, { appliedRun: -1 });
      await expect(run(delta(MOVES))).rejects.toThrow(/is not what was applied last/);
      expect(await run(complet())).toContain('nothing changes');
      expect(await run(delta(MOVES))).toContain('applied');
    });

    test('L5: a file that is cut off changes nothing, and leaves its trace', async () => {
      const { source, run, find } = academy();
      await run(complet());
      const cut = complet('20260905');
      const name = 'ENT2D_Complet_20260905_PersEducNat_0000.xml';
      await expect(run({ ...cut, [name]: cut[name]?.slice(0, -30) ?? '' })).rejects.toThrow(
        /ENT2D_Complet_20260905_PersEducNat_0000\.xml, line \d+: the file is cut off here/,
      );
      expect(await host.sync.last(source)).toMatchObject({ state: 'failed' });
      expect(await find('7101')).toBeDefined();
    });

    test('a Complet that modifies is no Complet', async () => {
      const { run } = academy();
      const wrong = filesOf('ENT2D', { ...SECONDARY, Eleve: [remove('Eleve', '4001')] });
      await expect(run(wrong)).rejects.toThrow(/A Complet only adds, and here is a deleteRequest/);
    });

    test('L9: academies under names of their own are kept apart, although identifiers are the same', async () => {
      const [besancon, dijon] = [academy(), academy()];
      await besancon.run(filesOf('ENT1D', PRIMARY));
      await dijon.run(filesOf('ENT2D', SECONDARY));
      await dijon.run(delta(MOVES));
      expect(await besancon.find('5001')).toBeDefined();
      expect(await besancon.find('4003')).toBeUndefined();
      expect(await dijon.find('5001')).toBeUndefined();
      expect(await dijon.find('4003')).toBeDefined();
    });

    test('of several academies, the one that is meant must be said', async () => {
      await expect(runCommand(complet())).rejects.toThrow(/the settings name aaf-0, /);
      await expect(runCommand(complet(), { source: 'aaf' })).rejects.toThrow(
        /There is no source "aaf"; the settings name/,
      );
    });
  });
}
