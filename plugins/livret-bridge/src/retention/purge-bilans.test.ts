// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startLivret, type LivretForTests } from '../livret-for-tests.js';
import { ElementRow } from '../store/element.entity.js';
import { purgeBilans } from './purge-bilans.js';

describe.each(testDatabases())('what is no longer kept on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
  });

  test('elements of earlier school years go, and those of this one stay', async () => {
    const db = livret.tables(SCHOOL);
    const element = { level: 'CM2', domain: 'FRA-RAC', label: 'Les contes' };
    await db.repository(ElementRow).insert([2025, 2026].map((year) => ({ ...element, year })));
    await purgeBilans({ db, schoolYear: 2026, clock: livret.host.clock }, new AbortController().signal);
    expect((await db.repository(ElementRow).find()).map(({ year }) => year)).toEqual([2026]);
  });
});
