// SPDX-License-Identifier: EUPL-1.2
import { TestClock } from '../../../testing/test-clock.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { PendingPgtRow } from './pending-pgt.entity.js';
import { pendingPgts, type PendingPgts } from './pending-pgts.js';
import { sealWith } from './seal.js';

const SECRET = 'a secret that only tests know, 32+ characters';
const GRANT = 'PGT-1-of-lea';

describe.each(bothDatabases())('pending PGTs on $name', (kind) => {
  let database: HostTables;
  let clock: TestClock;
  let pgts: PendingPgts;

  beforeAll(async () => {
    database = await openHostTables(kind);
  });
  beforeEach(async () => {
    clock = new TestClock('2026-11-24T10:00:00.123Z');
    await database.dataSource.manager.clear(PendingPgtRow);
    pgts = pendingPgts(database.unitOfWork, clock, sealWith(SECRET));
  });
  afterAll(() => database.drop());

  const open = (sealed: string | undefined): string | undefined => sealWith(SECRET).open(sealed ?? '');

  test('CAS 3.0 §2.5.4: each PGT is taken by its own id, once', async () => {
    await pgts.keep('PGTIOU-lea', GRANT);
    await pgts.keep('PGTIOU-tom', 'PGT-2-of-tom');
    expect(await pgts.take('PGTIOU-nobody')).toBeUndefined();
    expect(open(await pgts.take('PGTIOU-lea'))).toBe(GRANT);
    expect(await pgts.take('PGTIOU-lea')).toBeUndefined();
    expect(open(await pgts.take('PGTIOU-tom'))).toBe('PGT-2-of-tom');
  });

  test('CAS 3.0 §2.5.4: of two concurrent takes, one gets the PGT', async () => {
    await pgts.keep('PGTIOU-lea', GRANT);
    const taken = await Promise.all([pgts.take('PGTIOU-lea'), pgts.take('PGTIOU-lea')]);
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
  });

  test('a copy of the table is useless: it holds neither id nor ticket in clear', async () => {
    await pgts.keep('PGTIOU-lea', GRANT);
    const [row] = await database.dataSource.manager.find(PendingPgtRow);
    expect(JSON.stringify(row)).not.toMatch(/PGT|lea/);
    expect(sealWith(`${SECRET}!`).open(row?.sealed ?? '')).toBeUndefined();
    expect(open(row?.sealed)).toBe(GRANT);
  });

  test('C15 CAS 3.0 §2.5.4: a PGT expires after a minute, and the next keep deletes it', async () => {
    await pgts.keep('PGTIOU-lea', GRANT);
    clock.advance(59_999);
    await pgts.keep('PGTIOU-tom', GRANT);
    clock.advance(1);
    expect(await pgts.take('PGTIOU-lea')).toBeUndefined();
    await pgts.keep('PGTIOU-old', GRANT);
    clock.advance(60_001);
    await pgts.keep('PGTIOU-new', GRANT);
    expect(await database.dataSource.manager.count(PendingPgtRow)).toBe(1);
  });

  test('concurrent PGTs are all kept', async () => {
    const ids = Array.from({ length: 20 }, (_, number) => `PGTIOU-${number}`);
    await Promise.all(ids.map((id) => pgts.take(id)));
    await Promise.all(ids.map((id) => pgts.keep(id, GRANT)));
    const taken = await Promise.all([...ids, ...ids].map((id) => pgts.take(id)));
    expect(taken.filter((sealed) => sealed !== undefined)).toHaveLength(20);
  });

  test('C15 CAS 3.0 §2.5.4: sweep removes PGTs without a session', async () => {
    await pgts.keep('PGTIOU-lea', GRANT);
    clock.advance(60_001);
    await pgts.sweep();
    expect(await database.dataSource.manager.count(PendingPgtRow)).toBe(0);
  });

  test('a second PGT with the same id replaces the first', async () => {
    await pgts.keep('PGTIOU-lea', 'PGT-1-first');
    await pgts.keep('PGTIOU-lea', GRANT);
    expect(open(await pgts.take('PGTIOU-lea'))).toBe(GRANT);
  });

  test('C15: a full table drops the oldest PGT, so that a new one still finds room', async () => {
    const rows = Array.from({ length: 10_000 }, (_, number) => ({
      idHash: String(number).padStart(64, '0'),
      sealed: 'x',
      keptAt: new Date(clock.now().getTime() - 10_000 + number),
    }));
    await database.dataSource.manager.insert(PendingPgtRow, rows);
    await pgts.keep('PGTIOU-lea', GRANT);
    expect(open(await pgts.take('PGTIOU-lea'))).toBe(GRANT);
    const left = await database.dataSource.manager.find(PendingPgtRow, { order: { keptAt: 'ASC' } });
    expect([left.length, left[0]?.idHash]).toEqual([9_999, rows[1]?.idHash]);
  });
});
