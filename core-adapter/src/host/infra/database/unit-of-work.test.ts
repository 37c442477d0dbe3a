// SPDX-License-Identifier: EUPL-1.2
import { setTimeout } from 'node:timers/promises';
import { ConflictError, StorageFullError } from '../../../api/errors.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from './new-id.js';
import { NoteRow, openNotes, type NotesDatabase } from './notes-for-tests.js';
import { openDatabase } from './open-database.js';
import { CollisionError, type UnitOfWork } from './unit-of-work.js';

const SCHOOLS = ['0390001X', '0390002Y'] as const;

type Door = ReturnType<typeof door>;

/** A promise that the test resolves later. */
function door(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

describe.each(bothDatabases())('unit of work on $name', (kind) => {
  let database: NotesDatabase;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await openNotes(kind);
    ({ unitOfWork } = database);
  });
  beforeEach(() => database.dataSource.manager.clear(NoteRow));
  afterAll(() => database.drop());

  const write = async (text: string, school: string = SCHOOLS[0]): Promise<void> =>
    void (await unitOfWork.run((manager) => manager.insert(NoteRow, { id: newId(), school, text, groupId: null })));
  const count = (): Promise<number> => unitOfWork.run((manager) => manager.count(NoteRow));

  test('rows written inside commit together', async () => {
    const result = await unitOfWork.transaction(async () => {
      await write('one', SCHOOLS[0]);
      await write('two', SCHOOLS[1]);
      return count();
    });
    expect(result).toBe(2);
    expect(await database.texts()).toEqual(['one', 'two']);
  });

  test('a failed unit leaves nothing, and the next unit starts afresh', async () => {
    const failing = unitOfWork.transaction(async () => {
      await write('lost');
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await unitOfWork.transaction(() => write('kept'));
    expect(await database.texts()).toEqual(['kept']);
  });

  test('a statement that the database refuses rolls the whole unit back', async () => {
    const id = newId();
    const twice = unitOfWork.transaction(async (manager) => {
      await manager.insert(NoteRow, { id, school: SCHOOLS[0], text: 'first', groupId: null });
      await manager.insert(NoteRow, { id, school: SCHOOLS[1], text: 'same id', groupId: null });
    });
    await expect(twice).rejects.toThrow();
    expect(await database.texts()).toEqual([]);
  });

  test('concurrent units and single statements commit and fail independently', async () => {
    const units = Array.from({ length: 12 }, (_, number) =>
      unitOfWork.transaction(async () => {
        await write(`unit ${number} a`);
        await count();
        await write(`unit ${number} b`);
        if (number % 3 === 0) throw new Error('on purpose');
      }),
    );
    const alone = Array.from({ length: 6 }, (_, number) => write(`alone ${number}`));
    const outcomes = await Promise.allSettled([...units, ...alone]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);

    const texts = await database.texts();
    expect(texts.filter((text) => text.startsWith('alone'))).toHaveLength(6);
    expect(texts.filter((text) => text.startsWith('unit'))).toHaveLength(16);
    expect(texts.filter((text) => /^unit (0|3|6|9) /.test(text))).toEqual([]);
  });

  test('a statement outside is not rolled back with a running unit', async () => {
    const begun = door();
    const end = door();
    const failing = unitOfWork.transaction(async () => {
      await write('inside');
      begun.open();
      await end.opened;
      throw new Error('on purpose');
    });
    await begun.opened;
    const outside = write('outside');
    end.open();
    await expect(failing).rejects.toThrow('on purpose');
    await outside;
    expect(await database.texts()).toEqual(['outside']);
  });

  test('a nested unit joins the outer unit and is rolled back with it', async () => {
    const outer = unitOfWork.transaction(async (manager) => {
      await unitOfWork.transaction(async (inner) => {
        expect(inner).toBe(manager);
        await write('inner');
      });
      expect(await count()).toBe(1);
      throw new Error('on purpose');
    });
    await expect(outer).rejects.toThrow('on purpose');
    expect(await database.texts()).toEqual([]);
  });

  test('what waits for the commit is called after the outer unit, never after a rollback, and at once outside', async () => {
    const seen: string[] = [];
    const note = (what: string) => () => void seen.push(what);
    await unitOfWork.transaction(async () => {
      await unitOfWork.transaction(() => Promise.resolve(unitOfWork.afterCommit(note('committed'))));
      note('at its end')();
    });
    const failing = unitOfWork.transaction(() => {
      unitOfWork.afterCommit(note('rolled back'));
      return Promise.reject(new Error('on purpose'));
    });
    await expect(failing).rejects.toThrow('on purpose');
    unitOfWork.afterCommit(note('outside'));
    expect(seen).toEqual(['at its end', 'committed', 'outside']);
  });

  test('a promise that was not awaited writes on its own after the unit, and not into the next one', async () => {
    const over = door();
    let forgotten: Promise<unknown> = Promise.resolve();
    await unitOfWork.transaction(async () => {
      forgotten = over.opened.then(() => write('late'));
      await write('in time');
    });
    const next = unitOfWork.transaction(async () => {
      await write('rolled back');
      over.open();
      throw new Error('on purpose');
    });
    await expect(next).rejects.toThrow('on purpose');
    await forgotten;
    expect(await database.texts()).toEqual(['in time', 'late']);
  });

  test('a late transaction of a finished unit is a transaction of its own', async () => {
    const over = door();
    let forgotten: Promise<unknown> = Promise.resolve();
    await unitOfWork.transaction(async () => {
      forgotten = over.opened.then(() =>
        unitOfWork.transaction(async () => {
          await write('late');
          throw new Error('late failure');
        }),
      );
      await write('in time');
    });
    over.open();
    await expect(forgotten).rejects.toThrow('late failure');
    expect(await database.texts()).toEqual(['in time']);
  });

  test('a failed nested unit lets nothing commit, even when its error is caught', async () => {
    const outer = unitOfWork.transaction(async () => {
      await write('outer');
      const inner = unitOfWork.transaction(async () => {
        await write('inner', SCHOOLS[1]);
        throw new Error('on purpose');
      });
      await inner.catch(() => undefined);
      await write('after');
    });
    await expect(outer).rejects.toThrow('on purpose');
    expect(await database.texts()).toEqual([]);
  });

  if (kind.name === 'SQLite') {
    test('a lock held by another process is waited for while everything else continues', async () => {
      const other = await openDatabase(database.url, [NoteRow]);
      const writes = await other.unitOfWork.transaction(async () => {
        const waiting = [write('alone'), unitOfWork.transaction(() => write('unit', SCHOOLS[1]))];
        // Long enough for an attempt of each to find the lock taken: the event loop goes on.
        await setTimeout(150);
        return { waiting };
      });
      await Promise.all(writes.waiting);
      // The other connection sees what was committed, and nothing else.
      expect(await other.unitOfWork.run((manager) => manager.count(NoteRow))).toBe(2);
      await other.close();
      await write('later');
      expect([...(await database.texts())].sort()).toEqual(['alone', 'later', 'unit']);
    });
  }

  if (kind.name === 'MariaDB') {
    test('a unit that read a row changed by another unit gets a ConflictError', async () => {
      await write('as it was');
      const read = door();
      const changed = door();
      const late = unitOfWork.transaction(async (manager) => {
        await count();
        read.open();
        await changed.opened;
        await manager.update(NoteRow, { text: 'as it was' }, { text: 'late' });
      });
      await read.opened;
      await unitOfWork.transaction((manager) => manager.update(NoteRow, { text: 'as it was' }, { text: 'first' }));
      changed.open();
      await expect(late).rejects.toThrow(ConflictError);
      expect(await database.texts()).toEqual(['first']);
    });

    test.each(['a statement', 'a nested unit'])(
      'the loser of a deadlock in %s writes nothing, even if it catches the error',
      async (way) => {
        await write('left');
        await write('right');
        const rows = await unitOfWork.run((manager) => manager.find(NoteRow));
        const ids = new Map(rows.map(({ id, text }) => [text, id]));
        const [leftLocked, rightLocked] = [door(), door()];
        const change = (from: string, to: string): Promise<unknown> => {
          const inside =
            way === 'a statement' ? unitOfWork.run.bind(unitOfWork) : unitOfWork.transaction.bind(unitOfWork);
          // The row is found by its id: MariaDB would lock every row that it reads for a text.
          return inside((manager) => manager.update(NoteRow, { id: ids.get(from) }, { text: to }));
        };
        const both = async (first: string, second: string, mine: Door, others: Door): Promise<void> => {
          await unitOfWork.transaction(async () => {
            await change(first, `${first} by ${first}`);
            mine.open();
            await others.opened;
            await change(second, `${second} by ${first}`).catch(() => undefined);
            await write(`after ${first}`).catch(() => undefined);
          });
        };
        const outcomes = await Promise.allSettled([
          both('left', 'right', leftLocked, rightLocked),
          both('right', 'left', rightLocked, leftLocked),
        ]);
        const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(lost.map(({ reason }): unknown => reason)).toEqual([expect.any(CollisionError)]);
        const winner = outcomes[0].status === 'fulfilled' ? 'left' : 'right';
        expect([...(await database.texts())].sort()).toEqual([
          `after ${winner}`,
          `left by ${winner}`,
          `right by ${winner}`,
        ]);
      },
    );
  }

  if (kind.name === 'SQLite') {
    test('P14 on a full disk, writes fail with a clear error, nothing is written, and reads continue', async () => {
      const [{ page_count: pages }] = await database.dataSource.query<[{ page_count: number }]>('PRAGMA page_count');
      await database.dataSource.query(`PRAGMA max_page_count = ${pages}`);
      const texts = Array.from({ length: 200 }, (_, number) => `${number} ${'x'.repeat(90)}`);
      const writing = unitOfWork.transaction(async () => {
        for (const text of texts) await write(text);
      });
      await expect(writing).rejects.toBeInstanceOf(StorageFullError);
      expect(await count()).toBe(0);
      await database.dataSource.query(`PRAGMA max_page_count = ${pages + 1_000}`);
      await write('there is room again');
      expect(await count()).toBe(1);
    });
  }

  if (kind.name === 'MariaDB') {
    test('P14 on a full disk, writes fail with a clear error, and nothing is written', async () => {
      const writing = unitOfWork.transaction(async (manager) => {
        await write('lost');
        await manager.query('SET SESSION max_heap_table_size = 16384');
        await manager.query('CREATE TEMPORARY TABLE small (text char(250)) ENGINE = MEMORY');
        for (let row = 0; row < 200; row += 1) await manager.query('INSERT INTO small VALUES (?)', ['x']);
      });
      await expect(writing).rejects.toBeInstanceOf(StorageFullError);
      expect(await database.texts()).toEqual([]);
    });
  }

  test('an error is passed on unchanged even when nothing is left to roll back', async () => {
    const failing = unitOfWork.transaction(async (manager) => {
      await manager.query('ROLLBACK');
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    await unitOfWork.transaction(() => write('kept'));
    expect(await database.texts()).toEqual(['kept']);
  });

  test('P11: a unit that never ends is rolled back at its limit, others continue, and it writes nothing more', async () => {
    const { opened, open } = door();
    let late: Promise<unknown> = Promise.resolve();
    const endless = unitOfWork.transaction(
      async () => {
        await write('never');
        late = opened.then(() => write('later'));
        await late;
      },
      { limit: 50 },
    );
    await expect(endless).rejects.toThrow('it took longer than 0.05 s');
    await write('another', SCHOOLS[1]);
    open();
    await expect(late).rejects.toThrow('it took longer than 0.05 s');
    expect(await count()).toBe(1);
  });
});
