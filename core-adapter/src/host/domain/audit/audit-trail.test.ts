// SPDX-License-Identifier: EUPL-1.2
import type { Audited } from '../../../api/audit.js';
import { ForbiddenError } from '../../../api/errors.js';
import { TestClock } from '../../../testing/test-clock.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { AuditLine } from './audit-line.entity.js';
import { AuditTrail } from './audit-trail.js';

const ACTION = { actor: 'cli', uai: '0390001X', action: 'notes.note.share', subject: { note: 'n1' } } as const;

describe.each(bothDatabases())('audit trail on $name', (kind) => {
  let database: HostTables;
  let trail: AuditTrail;
  const clock = new TestClock(new Date('2026-11-24T10:00:00.500Z'));

  beforeAll(async () => {
    database = await openHostTables(kind);
    trail = new AuditTrail(database.unitOfWork, clock);
  });
  beforeEach(async () => {
    for (const entity of [AuditLine, AdministratorRow]) await database.dataSource.manager.clear(entity);
  });
  afterAll(() => database.drop());

  const lines = (): Promise<AuditLine[]> => database.dataSource.manager.find(AuditLine, { order: { id: 'ASC' } });
  const rows = (): Promise<number> => database.dataSource.manager.count(AdministratorRow);
  const write = (personId: string): Promise<unknown> =>
    database.unitOfWork.run((manager) => manager.insert(AdministratorRow, { personId, grantedAt: clock.now() }));
  const written = async (): Promise<Audited<unknown>> => ({ subject: ACTION.subject, result: await write('claire') });

  test('an action and its line commit together', async () => {
    const result = await trail.record(ACTION, async () => {
      await write('claire');
      expect(await database.unitOfWork.run((manager) => manager.count(AuditLine))).toBe(0);
      return { subject: ACTION.subject, result: 'done' };
    });
    expect(result).toBe('done');
    expect(await rows()).toBe(1);
    expect(await lines()).toEqual([{ ...ACTION, id: expect.any(String), at: clock.now(), outcome: 'done' }]);
  });

  test('the line has the subject of the result, and there is none for work that changed nothing', async () => {
    const asked = { ...ACTION, subject: { notes: ['n1', 'n2'] } };
    await trail.record(asked, async () => ({ subject: { notes: ['n2'] }, result: await write('claire') }));
    expect(await trail.record(asked, () => Promise.resolve({ subject: null, result: 'nothing' }))).toBe('nothing');
    expect(await lines()).toMatchObject([{ subject: { notes: ['n2'] }, outcome: 'done' }]);
  });

  test('work that answers no subject is rolled back, and the line of the failure has what was asked', async () => {
    const untyped = (() => write('claire')) as unknown as () => Promise<Audited<unknown>>;
    await expect(trail.record(ACTION, untyped)).rejects.toThrow(
      'The work of "notes.note.share" answers no { subject, result }; a subject of null writes no audit line.',
    );
    expect(await rows()).toBe(0);
    expect(await lines()).toMatchObject([{ subject: ACTION.subject, outcome: 'failed' }]);
  });

  test('a note is the line of an action that was done before, and is rolled back with its transaction', async () => {
    await trail.note(ACTION);
    const broken = database.unitOfWork.transaction(async () => {
      await trail.note(ACTION);
      throw new Error('on purpose');
    });
    await expect(broken).rejects.toThrow('on purpose');
    expect(await lines()).toMatchObject([{ ...ACTION, outcome: 'done' }]);
  });

  test('a failed action leaves no row, leaves a line with the outcome, and throws its own error', async () => {
    const failing = trail.record({ ...ACTION, uai: null }, async () => {
      await write('claire');
      throw new ForbiddenError('not this note');
    });
    await expect(failing).rejects.toThrow(ForbiddenError);
    expect(await rows()).toBe(0);
    expect(await lines()).toMatchObject([{ uai: null, outcome: 'failed' }]);
  });

  test('an action that fails inside a transaction leaves no row, even when its error is caught outside', async () => {
    const outer = database.unitOfWork.transaction(async () => {
      const failing = trail.record(ACTION, async () => {
        await write('claire');
        throw new ForbiddenError('not this note');
      });
      await failing.catch(() => undefined);
    });
    await expect(outer).rejects.toThrow(ForbiddenError);
    expect(await rows()).toBe(0);
  });

  test('an action whose line cannot be written is rolled back with that error', async () => {
    const unwritable = {
      ...ACTION,
      subject: {
        toJSON: () => {
          throw new Error('no such subject');
        },
      },
    };
    const writing = trail.record(ACTION, async () => ({ subject: unwritable.subject, result: await write('claire') }));
    await expect(writing).rejects.toThrow('no such subject');
    expect(await rows()).toBe(0);
    expect(await lines()).toMatchObject([{ subject: ACTION.subject, outcome: 'failed' }]);
  });

  test('a failed action throws its own error, even when its line cannot be written', async () => {
    const unwritable = {
      ...ACTION,
      subject: {
        toJSON: () => {
          throw new Error('no such subject');
        },
      },
    };
    const failing = trail.record(unwritable, () => Promise.reject(new ForbiddenError('not this note')));
    await expect(failing).rejects.toThrow(ForbiddenError);
  });

  test('an action inside a transaction is rolled back with it', async () => {
    const outer = database.unitOfWork.transaction(async () => {
      await trail.record(ACTION, written);
      throw new Error('on purpose');
    });
    await expect(outer).rejects.toThrow('on purpose');
    expect(await rows()).toBe(0);
    expect(await lines()).toEqual([]);
  });
});
