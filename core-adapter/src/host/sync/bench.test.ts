import type { DirectoryRecord } from '../../api/directory-source.js';
import { testDatabases } from '../../testing/test-databases.js';
import { openTestDatabase, TestClock } from './database-for-tests.js';
import { group, kin, member, person, school, SIGNAL, sourceOf } from './records-for-tests.js';
import { collectSnapshot } from './snapshot.js';import { readCurrentImage } from './current-state.js';import { planSync } from './plan-sync.js';import { guard } from './guard.js';import { countPlan } from './plan-counts.js';
import { SyncService } from './sync-service.js';

function* world(pupils: number): Generator<DirectoryRecord> {
  for (let s = 0; s * 250 < pupils; s += 1) {
    const uai = `${1_000_000 + s}A`;
    yield school(uai, `École ${s}`);
    for (let c = 0; c < 10; c += 1) {
      yield group(`C${c}`, uai);
      yield person(`t${c}.s${s}`, 'teacher', uai);
      yield member(`t${c}.s${s}`, `C${c}`, uai, 'teacher');
      for (let p = 0; p < 25; p += 1) {
        yield person(`p${c}x${p}.s${s}`, 'pupil', uai);
        yield person(`g${c}x${p}.s${s}`, 'guardian', uai);
        yield member(`p${c}x${p}.s${s}`, `C${c}`, uai);
        yield kin(`g${c}x${p}.s${s}`, `p${c}x${p}.s${s}`);
      }
    }
  }
}
describe.each(testDatabases())('$name', (kind) => {
  test('bench', async () => {
    const database = await openTestDatabase(kind);
    const syncs = new SyncService({ unitOfWork: database.unitOfWork, clock: new TestClock() });
    for (const label of ['first', 'nothing']) {
      let t = Date.now();
      const run = await syncs.plan(sourceOf(world(50_000)), SIGNAL);
      const planned = Date.now() - t;
      t = Date.now();
      const applied = await syncs.apply(run.id);
      process.stderr.write(`${kind.name} ${label}: plan ${planned} ms apply ${Date.now() - t} ms ${applied.state} ${applied.counts?.persons.created} heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB\n`);
    }
    for (let i = 0; i < 3; i += 1) {
    let t = Date.now(); const lap = (l: string) => { process.stderr.write(`${l} ${Date.now() - t} `); t = Date.now(); };
    const snap = await collectSnapshot(sourceOf(world(50_000)).read(SIGNAL)); lap('snapshot');
    const cur = await readCurrentImage(database.unitOfWork, 'scribe', new TestClock().now()); lap('image');
    const plan = planSync(cur, snap); lap('plan');
    guard(cur, snap); lap('guard'); countPlan(plan); lap('count\n');
    }
    const records = [...world(50_000)].map((r) => r.type === 'person' ? { ...r, givenName: 'X' } : r);
    const run = await syncs.plan(sourceOf(records), SIGNAL);
    const t = Date.now();
    await syncs.apply(run.id);
    process.stderr.write(`${kind.name} change all apply ${Date.now() - t} ms\n`);
    await database.drop();
  }, 600_000);
});
