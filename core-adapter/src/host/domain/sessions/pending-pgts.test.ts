// SPDX-License-Identifier: EUPL-1.2
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { PendingGrantRow } from './pending-grant.entity.js';
import { pendingPgts, type PendingPgts } from './pending-pgts.js';
import { sealWith } from './seal.js';

const SECRET = 'a secret that only tests know, 32+ characters';
const GRANT = 'PGT-1-of-lea';

describe.each(testDatabases())('pending PGTs on $name', (kind) => {
  let database: HostTables;
  let clock: TestClock;
  let grants: PendingPgts;

  beforeAll(async () => {
    database = await openHostTables(kind);
  });
  beforeEach(async () => {
    clock = new TestClock('2026-11-24T10:00:00.123Z');
    await database.dataSource.manager.clear(PendingGrantRow);
    grants = pendingPgts(database.unitOfWork, clock, sealWith(SECRET));
  });
  afterAll(() => database.drop());

  const open = (sealed: string | undefined): string | undefined => sealWith(SECRET).open(sealed ?? '');

  test('CAS 3.0 §2.5.4: each PGT is taken by its own id, once', async () => {
    await grants.keep('PGTIOU-lea', GRANT);
    await grants.keep('PGTIOU-tom', 'PGT-2-of-tom');
    expect(await grants.take('PGTIOU-nobody')).toBeUndefined();
    expect(open(await grants.take('PGTIOU-lea'))).toBe(GRANT);
    expect(await grants.take('PGTIOU-lea')).toBeUndefined();
    expect(open(await grants.take('PGTIOU-tom'))).toBe('PGT-2-of-tom');
  });

  test('CAS 3.0 §2.5.4: of two concurrent takes, one gets the PGT', async () => {
    await grants.keep('PGTIOU-lea', GRANT);
    const taken = await Promise.all([grants.take('PGTIOU-lea'), grants.take('PGTIOU-lea')]);
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
  });

  test('a copy of the table is useless: it holds neither id nor ticket in clear', async () => {
    await grants.keep('PGTIOU-lea', GRANT);
    const [row] = await database.dataSource.manager.find(PendingGrantRow);
    expect(JSON.stringify(row)).not.toMatch(/PGT|lea/);
    expect(sealWith(`${SECRET}!`).open(row?.sealed ?? '')).toBeUndefined();
    expect(open(row?.sealed)).toBe(GRANT);
  });

  test('C15 CAS 3.0 §2.5.4: a PGT expires after a minute, and the next keep deletes it', async () => {
    await grants.keep('PGTIOU-lea', GRANT);
    clock.advance(59_999);
    await grants.keep('PGTIOU-tom', GRANT);
    clock.advance(1);
    expect(await grants.take('PGTIOU-lea')).toBeUndefined();
    await grants.keep('PGTIOU-old', GRANT);
    clock.advance(60_001);
    await grants.keep('PGTIOU-new', GRANT);
    expect(await database.dataSource.manager.count(PendingGrantRow)).toBe(1);
  });

  test('concurrent PGTs are all kept', async () => {
    const ids = Array.from({ length: 20 }, (_, number) => `PGTIOU-${number}`);
    await Promise.all(ids.map((id) => grants.take(id)));
    await Promise.all(ids.map((id) => grants.keep(id, GRANT)));
    const taken = await Promise.all([...ids, ...ids].map((id) => grants.take(id)));
    expect(taken.filter((sealed) => sealed !== undefined)).toHaveLength(20);
  });

  test('C15 CAS 3.0 §2.5.4: sweep removes PGTs without a session', async () => {
    await grants.keep('PGTIOU-lea', GRANT);
    clock.advance(60_001);
    await grants.sweep();
    expect(await database.dataSource.manager.count(PendingGrantRow)).toBe(0);
  });

  test('a second PGT with the same id replaces the first', async () => {
    await grants.keep('PGTIOU-lea', 'PGT-1-first');
    await grants.keep('PGTIOU-lea', GRANT);
    expect(open(await grants.take('PGTIOU-lea'))).toBe(GRANT);
  });

  test('C15: a full table drops the oldest PGT, so that a new one still finds room', async () => {
    const rows = Array.from({ length: 10_000 }, (_, number) => ({
      idHash: String(number).padStart(64, '0'),
      sealed: 'x',
      keptAt: new Date(clock.now().getTime() - 10_000 + number),
    }));
    await database.dataSource.manager.insert(PendingGrantRow, rows);
    await grants.keep('PGTIOU-lea', GRANT);
    expect(open(await grants.take('PGTIOU-lea'))).toBe(GRANT);
    const left = await database.dataSource.manager.find(PendingGrantRow, { order: { keptAt: 'ASC' } });
    expect([left.length, left[0]?.idHash]).toEqual([9_999, rows[1]?.idHash]);
  });
});
