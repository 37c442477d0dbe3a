// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import type { QueryRunner } from 'typeorm';
import messaging from '../index.js';
import { manifest } from '../manifest.js';
import { ReportRow } from './report.entity.js';
import { RefusalRow } from './refusal.entity.js';
import { ReviewRow } from './review.entity.js';
import { KeepRefusals1796601600000 } from './keep-refusals.migration.js';
import { CopyRow } from './copy.entity.js';
import { TellRefusals1796774580000 } from './tell-refusals.migration.js';
import { ListOpenings1796774640000 } from './list-openings.migration.js';
import { NameShown1796774820000 } from './name-shown.migration.js';
import { OpeningRow } from './opening.entity.js';
import { KeepShown1796083200000 } from './keep-shown.migration.js';

const TABLES = [
  'message',
  'copy',
  'recipient',
  'attachment',
  'report',
  'opening',
  'review',
  'refusal',
  'policy',
  'breaker',
  'preference',
  'ration',
  'sending',
];

describe.each(bothDatabases())('the migrations after the first on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });

  test('P9: up and down run again after a crash in the middle', async () => {
    const runner = host.host.database.dataSource.createQueryRunner();
    const later = manifest.migrations.slice(1).map((Migration) => new Migration());
    try {
      const complete = await schema(runner);
      for (const migration of later.toReversed()) {
        await migration.up(runner);
        const after = await schema(runner);
        await migration.down(runner);
        const before = await schema(runner);
        expect(before).not.toEqual(after);
        await migration.down(runner);
        expect(await schema(runner)).toEqual(before);
      }
      for (const migration of later) {
        await migration.up(runner);
        await migration.up(runner);
      }
      expect(await schema(runner)).toEqual(complete);
    } finally {
      await runner.release();
    }
    await host.as('teacher').get('/').expect(200);
  });

  test('P9: undone, what was taken back is gone, and what came before it stands for the thread', async () => {
    const { dataSource } = host.host.database;
    const runner = dataSource.createQueryRunner();
    const copy = (id: string, at: string, isLast: boolean): object => ({
      ...{ id, school: SCHOOL, ownerId: 'o', threadId: 't', messageId: id, box: 'inbox', isLast, at: new Date(at) },
      ...{
        readAt: null,
        shownAt: new Date(at),
        recalledAt: isLast ? new Date(at) : null,
        hiddenAt: null,
        purgeAt: null,
      },
    });
    try {
      await dataSource.manager.insert(CopyRow, copy('old', '2026-11-23T09:00:00Z', false));
      await dataSource.manager.insert(CopyRow, copy('new', '2026-11-24T09:00:00Z', true));
      const migration = new KeepShown1796083200000();
      await migration.down(runner);
      const rows = (await runner.query(`SELECT id, isLast FROM messaging_copy WHERE threadId = 't'`)) as object[];
      expect(rows.map((row) => ({ ...row }))).toEqual([{ id: 'old', isLast: 1 }]);
      await migration.up(runner);
      const [row] = await dataSource.manager.find(CopyRow, { where: { id: 'old' } });
      expect(row?.shownAt?.toISOString()).toBe('2026-11-23T09:00:00.000Z');
    } finally {
      await runner.release();
    }
  });

  test('P9: the words of refusals that are still there are kept, and undone, all reports stay', async () => {
    const { dataSource } = host.host.database;
    const { manager } = dataSource;
    const runner = dataSource.createQueryRunner();
    const at = new Date('2026-11-24T09:00:00.123Z');
    const migration = new KeepRefusals1796601600000();
    // It adds a column to the table that this one makes.
    const later = new TellRefusals1796774580000();
    const review = { school: SCHOOL, messageId: 'm', version: 2, heldAt: at, decidedBy: 'teacher', decidedAt: at };
    const report = { ...REPORT, school: SCHOOL, messageId: 'm', reportedBy: 'pupil' };
    try {
      await migration.down(runner);
      await manager.insert(ReviewRow, [
        { ...review, id: 'refused', groupId: 'a', state: 'refused', word: 'Viens me voir' },
        { ...review, id: 'taken', groupId: 'b', state: 'lapsed', word: 'Pas comme ça' },
        { ...review, id: 'overdue', groupId: 'c', state: 'refused', decidedBy: null, word: null },
      ]);
      await migration.up(runner);
      await migration.up(runner);
      await later.up(runner);
      const kept = await manager.find(RefusalRow, { where: { messageId: 'm' }, order: { id: 'ASC' } });
      expect(kept.map(({ reviewId, word, decidedBy, decidedAt }) => [reviewId, word, decidedBy, decidedAt])).toEqual([
        ['refused', 'Viens me voir', 'teacher', at],
        ['taken', 'Pas comme ça', 'teacher', at],
      ]);
      await manager.insert(ReportRow, [
        { ...report, id: 'one', refusalId: 'refused', word: 'Viens me voir', reportedAt: at },
        { ...report, id: 'two', refusalId: 'taken', word: 'Pas comme ça', reportedAt: new Date(at.getTime() + 1) },
      ]);
      await migration.down(runner);
      const reports = (await runner.query(`SELECT id, reportedBy, word FROM messaging_report ORDER BY id`)) as object[];
      expect(reports.map((row) => ({ ...row }))).toEqual([
        { id: 'one', reportedBy: null, word: 'Viens me voir' },
        { id: 'two', reportedBy: 'pupil', word: 'Pas comme ça' },
      ]);
      await migration.up(runner);
      await later.up(runner);
    } finally {
      await runner.release();
    }
  });

  test('P9: what a teacher showed keeps its instant beside a report of the same message, and undone, too', async () => {
    const { dataSource } = host.host.database;
    const { manager } = dataSource;
    const runner = dataSource.createQueryRunner();
    const migration = new NameShown1796774820000();
    const at = new Date('2026-11-24T09:00:00.123Z');
    const report = { ...REPORT, school: SCHOOL, messageId: 'shown', reportedBy: 'teacher', reportedAt: at, word: null };
    const stored = async (columns: string): Promise<object[]> => {
      const rows = (await runner.query(`SELECT id, ${columns} FROM messaging_report ORDER BY id`)) as object[];
      return rows.map((row) => ({ ...row }));
    };
    const before = [
      { id: 'received', refusalId: '' },
      { id: 'shown', refusalId: at.toISOString() },
      { id: 'word', refusalId: 'refused' },
    ];
    const after = [
      { id: 'received', refusalId: '', shownSentAt: '' },
      { id: 'shown', refusalId: '', shownSentAt: at.toISOString() },
      { id: 'word', refusalId: 'refused', shownSentAt: '' },
    ];
    try {
      await runner.query('DELETE FROM messaging_report');
      await migration.up(runner);
      await manager.insert(ReportRow, [
        { ...report, id: 'received' },
        { ...report, id: 'shown', shownSentAt: at.toISOString() },
        { ...report, id: 'word', refusalId: 'refused', word: 'Pas comme ça' },
      ]);
      await migration.down(runner);
      expect(await stored('refusalId')).toEqual(before);
      await migration.up(runner);
      await migration.up(runner);
      expect(await stored('refusalId, shownSentAt')).toEqual(after);
    } finally {
      await runner.query('DELETE FROM messaging_report');
      await runner.release();
    }
  });

  test('P9: openings of before are in the list, and undone, a report has its last one of this time', async () => {
    const { dataSource } = host.host.database;
    const { manager } = dataSource;
    const runner = dataSource.createQueryRunner();
    const migration = new ListOpenings1796774640000();
    const at = new Date('2026-11-24T09:00:00.123Z');
    const later = new Date('2026-11-25T09:00:00.456Z');
    const report = { ...REPORT, school: SCHOOL, reportedBy: 'pupil', reportedAt: at, word: null };
    const opening = { school: SCHOOL, messageId: 'opened', reason: 'Raison', openedAt: at, endedAt: null };
    const columns = 'id, openedBy, openedFor';
    const stored = async (): Promise<object[]> => {
      const rows = (await runner.query(`SELECT ${columns} FROM messaging_report ORDER BY id`)) as object[];
      return rows.map((row) => ({ ...row }));
    };
    try {
      await runner.query('DELETE FROM messaging_report');
      await manager.insert(ReportRow, [
        { ...report, id: 'again', messageId: 'again' },
        { ...report, id: 'closed', messageId: 'closed', state: 'closed', closedBy: 'head', closedAt: later },
        { ...report, id: 'opened', messageId: 'opened' },
      ]);
      await manager.insert(OpeningRow, [
        { ...opening, id: 'a', reportId: 'again', openedBy: 'head', endedAt: at },
        { ...opening, id: 'b', reportId: 'closed', messageId: 'closed', openedBy: 'head', endedAt: later },
        { ...opening, id: 'c', reportId: 'opened', openedBy: 'head' },
        { ...opening, id: 'd', reportId: 'opened', openedBy: 'other', openedAt: later },
      ]);
      await migration.down(runner);
      expect(await stored()).toEqual([
        { id: 'again', openedBy: null, openedFor: null },
        { id: 'closed', openedBy: 'head', openedFor: 'Raison' },
        { id: 'opened', openedBy: 'other', openedFor: 'Raison' },
      ]);
      await migration.up(runner);
      const kept = await manager.find(OpeningRow, { order: { id: 'ASC' } });
      expect(kept).toEqual([
        { ...opening, id: 'closed', reportId: 'closed', messageId: 'closed', openedBy: 'head', endedAt: later },
        { ...opening, id: 'opened', reportId: 'opened', openedBy: 'other', openedAt: later },
      ]);
    } finally {
      await runner.release();
    }
  });
});

const REPORT = {
  ...{ state: 'open' as const, reason: '', textUntil: null, wordBy: 'teacher', wordAt: null },
  ...{ closedBy: null, closedAt: null },
} as const;

/** Names of columns and indexes. */
async function schema(runner: QueryRunner): Promise<string[]> {
  const tables = await Promise.all(TABLES.map((name) => runner.getTable(`messaging_${name}`)));
  return tables
    .flatMap((table) =>
      [...(table?.columns ?? []), ...(table?.indices ?? [])].map(({ name }) => `${table?.name} ${name}`),
    )
    .sort();
}
