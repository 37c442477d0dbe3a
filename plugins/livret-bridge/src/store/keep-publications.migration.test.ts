// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { bothDatabases, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import type { QueryRunner } from 'typeorm';
import { exampleBilan } from '../testing/examples/example-bilan-for-tests.js';
import { exampleHanded } from '../testing/examples/example-handed-for-tests.js';
import { startLivret, type LivretForTests } from '../testing/start/livret-for-tests.js';
import type { HandedRow } from './handed.entity.js';
import { KeepPublications1796169600000 } from './keep-publications.migration.js';
import { ReadingRow } from './reading.entity.js';
import { TraceRow } from './trace.entity.js';

describe.each(bothDatabases())('the migration that keeps publications on $name', (database) => {
  let livret: LivretForTests;
  let runner: QueryRunner;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
    runner = livret.host.host.database.dataSource.createQueryRunner();
  });
  afterAll(() => runner.release());
  const migration = new KeepPublications1796169600000();

  /** Names of columns and indexes. */
  async function schema(): Promise<string[]> {
    const tables = await Promise.all(['trace', 'reading'].map((name) => runner.getTable(`livret_bridge_${name}`)));
    return tables.flatMap((table) =>
      [...(table?.columns ?? []), ...(table?.indices ?? [])].map(({ name }) => name ?? ''),
    );
  }

  test('P9 up and down run again after a crash in the middle', async () => {
    const complete = await schema();
    await migration.up(runner);
    await migration.down(runner);
    await migration.down(runner);
    expect((await schema()).length).toBeLessThan(complete.length);
    await migration.up(runner);
    await migration.up(runner);
    expect((await schema()).sort()).toEqual(complete.sort());
  });

  test('readings of copies become one for each pupil, reader and day; digests of what is signed now are known', async () => {
    const { host, tables } = livret;
    const [pupilId, personId] = [
      await host.ids.person('pupilOfOtherSchool'),
      await host.ids.person('teacherOfOtherSchool'),
    ];
    const about = { db: tables(OTHER_SCHOOL), pupilId, groupId: host.ids.sixthA, marker: 'Copie' };
    const copies = [await exampleHanded(about), await exampleHanded(about)];
    const [early, late] = [new Date('2026-11-24T07:00:00Z'), new Date('2026-11-24T09:00:00Z')];
    await migration.down(runner);
    const ecole = {
      db: tables(SCHOOL),
      pupilId: await host.ids.person('pupil'),
      groupId: host.ids.cm1,
      marker: 'Publié',
    };
    const row = await exampleBilan(ecole, 'published');
    const step = (what: string, at: Date | null) => line({ what, at, bilanId: row.id, pupilId: row.pupilId });
    for (const [what, at] of [
      ['signed', row.signedAt],
      ['published', row.publishedAt],
      ['published', early],
    ] as const)
      await step(what, at);
    const read = (copy: HandedRow | undefined, at: Date, day: string) =>
      line({ what: 'read', at, bilanId: copy?.id ?? '', pupilId, personId, day });
    await read(copies[0], late, '2026-11-24');
    await read(copies[1], early, '2026-11-24');
    await read(copies[0], late, '2026-11-25');
    await migration.up(runner);

    const noted = await tables(OTHER_SCHOOL)
      .repository(ReadingRow)
      .find({ order: { day: 'ASC' } });
    expect(noted).toMatchObject([
      { pupilId, personId, day: '2026-11-24', at: early },
      { pupilId, personId, day: '2026-11-25', at: late },
    ]);
    expect(
      await tables(OTHER_SCHOOL)
        .repository(TraceRow)
        .count({ where: { what: 'read' } }),
    ).toBe(0);
    const steps = await tables(SCHOOL)
      .repository(TraceRow)
      .find({ where: { bilanId: row.id } });
    const digests = steps.map(({ what, at, sha256 }) => `${what} ${at.toISOString()} ${sha256 ?? 'unknown'}`).sort();
    const known = row.sha256 ?? '';
    expect(digests).toEqual(
      [
        `published ${early.toISOString()} unknown`,
        `published ${row.publishedAt?.toISOString() ?? ''} ${known}`,
        `signed ${row.signedAt?.toISOString() ?? ''} ${known}`,
      ].sort(),
    );
    await migration.down(runner);
    await migration.up(runner);
    expect(await tables(OTHER_SCHOOL).repository(ReadingRow).count()).toBe(2);
  });

  interface Line {
    readonly what: string;
    readonly at: Date | null;
    readonly bilanId: string;
    readonly pupilId: string;
    /** The reader at the collège. */
    readonly personId?: string;
    readonly day?: string;
  }

  /** Writes a line of a history as it was before the migration. */
  async function line({ what, at, bilanId, pupilId, personId, day }: Line): Promise<void> {
    const written = at?.toISOString().replace('T', ' ').replace('Z', '');
    await runner.query(
      `INSERT INTO livret_bridge_trace (id, school, bilanId, pupilId, personId, personName, what, day, readOn, at, word)
       VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, NULL)`,
      [
        ...[randomUUID(), personId === undefined ? SCHOOL : OTHER_SCHOOL, bilanId, pupilId, personId ?? null],
        ...[what, day ?? '2026-11-24', day ?? null, written],
      ],
    );
  }
});
