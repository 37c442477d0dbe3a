// SPDX-License-Identifier: EUPL-1.2
import type { Relations } from '@volee/core-adapter';
import { bothDatabases, onceInQuickRun, SCHOOL } from '@volee/core-adapter/testing';
import { columnsOf, contentOf } from '../bilan/content.js';
import { linesOf } from '../catalogue/catalogue.js';
import { readCatalogues } from '../catalogue/catalogues.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { followPupils } from './follow-pupils.js';
import { openBilans } from './open-bilans.js';
import type { InscribedPupil } from './pupils-of.js';

const catalogues = readCatalogues();
const started = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('bilans of pupils that change on $name', ({ name, host, tables }) => {
  const testOnce = onceInQuickRun({ name });
  const db = tables(SCHOOL);
  const { cm1 } = host.ids;
  const relations = (): Promise<Relations> =>
    Promise.resolve({
      ...{ profiles: new Map(), teaches: new Map(), childrenOf: new Map(), groups: new Map() },
      memberOf: new Map([['ada', new Set([cm1])]]),
    });
  const names = { displayName: 'Ada Roy', givenName: 'Ada', familyName: 'Roy' };
  const ada = (level: string | null): InscribedPupil => ({ id: 'ada', level, classId: cm1, ...names });
  const at = { year: 2026, period: 1 };
  const follow = (bilans: readonly BilanRow[], level: string): Promise<BilanRow[]> =>
    followPupils({ db, directory: { relations }, catalogues }, bilans, [ada(level)]);

  testOnce(
    'an empty draft takes the level and the catalogue that come later; one in which somebody wrote keeps its own',
    async () => {
      const opened = await openBilans({ db, catalogues }, at, [ada(null)]);
      expect(opened).toMatchObject([{ level: null, catalogue: 'cycle3-2016' }]);
      const [followed] = await follow(opened, 'CE1');
      const [stored] = await db.repository(BilanRow).find({ where: { pupilId: 'ada' } });
      expect(stored).toEqual(followed);
      expect(stored).toMatchObject({ level: 'CE1', catalogue: 'cycle2-2016', revision: 2 });
      expect(stored?.positions).toHaveLength(linesOf(catalogues.get('cycle2-2016')).length);
      if (!stored) throw new Error('The bilan is missing.');
      const written = { ...stored, ...columnsOf({ ...contentOf(stored), word: 'Bravo' }) };
      await db.repository(BilanRow).update({ id: stored.id }, { word: 'Bravo' });
      expect(await follow([written], 'CM1')).toEqual([written]);
      const bilansOf = (level: string): Promise<BilanRow[]> =>
        openBilans({ db, catalogues }, { ...at, period: 2 }, [ada(level)]);
      expect([await bilansOf('GS'), await bilansOf('5E'), await bilansOf('CE1')]).toMatchObject([
        [],
        [],
        [{ level: 'CE1' }],
      ]);
    },
  );

  test('a level that changes while somebody signs or writes waits, and raises the revision for pages that show the old one', async () => {
    const [row] = await openBilans({ db, catalogues }, at, [ada('CE1')]);
    if (!row) throw new Error('The bilan is missing.');
    const { id, revision } = row;
    await db.repository(BilanRow).update({ id }, { revision: revision + 1, general: 'Progresse' });
    expect(await follow([row], 'CE2')).toEqual([row]);
    const meanwhile = { ...row, revision: revision + 1, general: 'Progresse' };
    expect(await follow([meanwhile], 'CE2')).toMatchObject([{ level: 'CE2', revision: revision + 2 }]);
    expect(await db.repository(BilanRow).findOne({ where: { id } })).toMatchObject({
      ...{ level: 'CE2', revision: revision + 2, general: 'Progresse' },
    });
  });
});
