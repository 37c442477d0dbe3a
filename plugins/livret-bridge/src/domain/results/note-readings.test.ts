// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser, EntityClass, FindOptions, SchoolDatabase, SchoolRepository } from '@volee/core-adapter';
import { bothDatabases, member, OTHER_SCHOOL, person } from '@volee/core-adapter/testing';
import { exampleHanded } from '../../testing/examples/example-handed-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { handedPath, sixthPath } from '../../paths.js';
import { ReadingRow } from '../../store/reading.entity.js';
import { noteReadings } from './note-readings.js';

const PUPILS = 30;
const CROWD = 12;
const logins = Array.from({ length: PUPILS }, (_, number) => `six-${String(number)}`);
const records = logins.flatMap((login) => [
  { ...person(login, 'pupil', OTHER_SCHOOL, 'Alix', login), level: '6E' },
  member(OTHER_SCHOOL, '6a', login),
]);

describe.each(bothDatabases())('readings of a class of 6e on $name', (database) => {
  let livret: LivretForTests;
  const copies: { readonly id: string; readonly pupilId: string }[] = [];
  const started = startLivret({ database, records, now: new Date('2026-09-07T08:00:00Z') });
  beforeAll(async () => {
    livret = await started;
    const db = livret.tables(OTHER_SCHOOL);
    for (const login of logins) {
      const pupilId = await livret.host.ids.login(login);
      copies.push(await exampleHanded({ db, pupilId, groupId: livret.host.ids.sixthA, marker: 'Un an de plus' }));
    }
  });

  const readings = () => livret.tables(OTHER_SCHOOL).repository(ReadingRow);
  const table = () => livret.host.as('teacherOfOtherSchool').get(sixthPath(livret.host.ids.sixthA));
  /** The statements that name readings, by their first word. */
  async function statementsOf(work: () => PromiseLike<unknown>): Promise<string[]> {
    const { logger } = livret.host.host.database.dataSource;
    const { logQuery } = logger;
    const seen: string[] = [];
    logger.logQuery = (text) => void (text.includes('livret_bridge_reading') && seen.push(text.split(' ')[0] ?? ''));
    await Promise.resolve(work()).finally(() => (logger.logQuery = logQuery));
    return seen;
  }

  test('a table notes each pupil once a day by two statements, and by one when it is opened again', async () => {
    expect(await statementsOf(() => table().expect(200))).toEqual(['SELECT', 'INSERT']);
    expect(await statementsOf(() => table().expect(200))).toEqual(['SELECT']);
    expect(await readings().count()).toBe(PUPILS);
    livret.host.clock.advance(24 * 3_600_000);
    await table().expect(200);
    expect(await readings().count()).toBe(2 * PUPILS);
  });

  test('two requests that both found nothing note each pupil once, also where they name different pupils', async () => {
    await readings().delete({});
    const { host, tables } = livret;
    const ids = copies.map(({ pupilId }) => pupilId);
    const user = { id: await host.ids.person('teacherOfOtherSchool') } as CurrentUser;
    const together = meeting(2);
    const db = slowReads(tables(OTHER_SCHOOL), together);
    const note = (pupilIds: readonly string[]) => noteReadings(pupilIds, { db, user, clock: host.clock });
    await Promise.all([note(ids.slice(0, 20)), note(ids.slice(10))]);
    expect((await readings().find()).map(({ pupilId }) => pupilId).sort()).toEqual([...ids].sort());
  });

  test('many requests at once note a pupil once, whether they open the class or one bilan, and all are answered', async () => {
    livret.host.clock.advance(24 * 3_600_000);
    await readings().delete({});
    const teacher = livret.host.as('teacherOfOtherSchool');
    await teacher.get('/').expect(200);
    const asked = Array.from({ length: CROWD }, (_, number) => {
      const path = number % 3 === 0 ? handedPath(copies[number]?.id ?? '') : sixthPath(livret.host.ids.sixthA);
      return teacher.get(path).expect(200);
    });
    await Promise.all(asked);
    const noted = (await readings().find({})).map(({ pupilId }) => pupilId);
    expect(noted.sort()).toEqual(copies.map(({ pupilId }) => pupilId).sort());
  });
});

/** A promise that resolves once it was asked for so many times. */
function meeting(count: number): () => Promise<void> {
  let [here, open] = [0, (): void => undefined];
  const met = new Promise<void>((resolve) => (open = resolve));
  return () => {
    here += 1;
    if (here === count) open();
    return met;
  };
}

/** A database that answers a query of rows only once all have asked. */
function slowReads(db: SchoolDatabase, together: () => Promise<void>): SchoolDatabase {
  const slow = (entity: EntityClass<ReadingRow>): SchoolRepository<ReadingRow> => {
    const rows = db.repository(entity);
    const find = async (options?: FindOptions<ReadingRow>): Promise<ReadingRow[]> => {
      const found = await rows.find(options);
      await together();
      return found;
    };
    return { ...rows, find: find };
  };
  return { ...db, repository: slow as SchoolDatabase['repository'] };
}
