// SPDX-License-Identifier: EUPL-1.2
import { createMetrics } from './metrics.js';
import { json } from '../../../api/http.js';
import { sampleSource, SCHOOL } from '../../../testing/sample-directory.js';
import { newJob } from '../../domain/jobs/job-outbox.js';
import { JobRow } from '../../domain/jobs/job.entity.js';
import { brickWith } from '../../bricks/bricks-for-tests.js';
import { bootWebHost, type Answer } from '../host-for-tests.js';

const TOKEN = 'a-token-that-only-prometheus-and-tests-know';

const notes = brickWith({ id: 'notes' }, ({ http }) => {
  http.get('/', { access: 'read' }, () => json({}));
  http.get('/torn', { access: 'read' }, () => {
    throw new Error('torn');
  });
});
const torn = brickWith({ id: 'torn' }, () => {
  throw new Error('torn');
});
const web = await bootWebHost({ bricks: [notes, torn], metricsToken: TOKEN });
const closed = await bootWebHost({});
const behindProxy = await bootWebHost({ bricks: [torn], metricsToken: TOKEN, trustProxy: 1 });
afterAll(() => Promise.all([web.stop(), closed.stop(), behindProxy.stop()]));

async function measures(): Promise<string> {
  return (await web.send('/metrics')).text;
}

test('the jobs of bricks are counted, those that gave up apart', async () => {
  const { clock, database } = web.host;
  const job = { brick: 'notes', uai: SCHOOL, name: 'send', key: null, data: {} };
  const jobs = [newJob(job, clock.now()), { ...newJob(job, clock.now()), gaveUpAt: clock.now() }];
  await database.unitOfWork.run((manager) => manager.insert(JobRow, jobs));
  expect(await measures()).toMatch(
    /^volee_jobs\{brick="notes",state="waiting"\} 1\nvolee_jobs\{brick="notes",state="gave_up"\} 1$/m,
  );
});

test('this machine reads the measures, in the format of Prometheus', async () => {
  const { status, headers, text } = await web.send('/metrics');
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
    'no-store',
  ]);
  expect(text).toMatch(/^process_cpu_seconds_total /m);
  expect(text).toMatch(/^volee_build_info\{version="\d+\.\d+\.\d+",node="\d+\.\d+\.\d+"\} 1$/m);
  expect(text).toMatch(/^volee_brick_up\{brick="notes"\} 1$/m);
  expect(text).toMatch(/^volee_brick_up\{brick="torn"\} 0$/m);
  expect(text).toMatch(/^volee_leavers\{state="due"\} 0$/m);
  expect(text).toMatch(/^volee_persons_erased_total 0$/m);
});

describe('a request without access gets the page of an unknown address', () => {
  async function sameAsNothing(answer: Answer): Promise<void> {
    const nothing = await web.send('/metricz', { headers: { 'x-forwarded-for': '198.51.100.7' } });
    const page = (text: string): string => text.replace(/\b[0-9a-f]{8}\b/g, '').replaceAll('metricz', 'metrics');
    expect([answer.status, page(answer.text)]).toEqual([404, page(nothing.text)]);
  }

  test.each([{ 'x-forwarded-for': '127.0.0.1' }, { 'x-forwarded-for': '' }, { forwarded: 'for=127.0.0.1' }])(
    'a request that a proxy hands on: %j',
    async (headers) => {
      await sameAsNothing(await web.send('/metrics', { headers }));
    },
  );

  test.each(['Bearer wrong', `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, 'Bearer ', 'Bearer undefined'])(
    'a wrong token: %s',
    async (authorization) => {
      await sameAsNothing(
        await web.send('/metrics', { headers: { 'x-forwarded-for': '198.51.100.7', authorization } }),
      );
    },
  );

  test.each([{ 'x-real-ip': '127.0.0.1' }, { via: '1.1 proxy' }, { 'x-forwarded-proto': 'https' }])(
    'P13 a request with another header of proxies: %j',
    async (headers) => {
      await sameAsNothing(await web.send('/metrics', { headers }));
    },
  );

  test('P13 a request that a proxy beside the process hands on without any header', async () => {
    expect((await behindProxy.send('/metrics')).status).toBe(404);
    const ready = await behindProxy.send('/health/ready');
    expect(JSON.parse(ready.text)).toEqual({ status: 'ok', bricks: { ready: 0, failed: ['torn'] } });
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await behindProxy.send('/metrics', { headers })).status).toBe(200);
  });

  test('a host without a token takes none', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7', authorization: `Bearer ${TOKEN}` };
    expect((await closed.send('/metrics', { headers })).status).toBe(404);
  });
});

test('a client with the token reads the metrics from any address', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.7', authorization: `Bearer ${TOKEN}` };
  expect((await web.send('/metrics', { headers })).text).toContain('volee_sessions');
});

test('requests are measured by the brick that answers: invented paths make no label', async () => {
  const Cookie = await web.cookieOf('pupil');
  await web.send(`/s/${SCHOOL}/notes/`, { headers: { Cookie } });
  await web.send(`/s/${SCHOOL}/notes/torn`, { headers: { Cookie } });
  await web.send(`/s/${SCHOOL}/made-up/by-lea`, { headers: { Cookie } });
  await web.send('/health/live', { method: 'OPTIONS' });

  const lines = (await measures())
    .split('\n')
    .filter((line) => line.startsWith('volee_http_request_duration_seconds_count'));
  expect(lines).toEqual(
    expect.arrayContaining([
      'volee_http_request_duration_seconds_count{owner="notes",method="GET",status="2xx"} 1',
      'volee_http_request_duration_seconds_count{owner="notes",method="GET",status="5xx"} 1',
      expect.stringMatching(/\{owner="host",method="GET",status="4xx"\} \d+$/),
      expect.stringMatching(/\{owner="host",method="other",status="\dxx"\} 1$/),
    ]),
  );
});

test('T11 no label holds a path, a person or a school', async () => {
  const text = await measures();
  const labels = [...text.matchAll(/\{([^}]*)\}/g)].map(([, inside = '']) => inside).join('\n');
  expect(labels).not.toMatch(/made-up|by-lea|\/|0999|pupil/);
  const names = new Set([...labels.matchAll(/(\w+)="/g)].map(([, name]) => name));
  expect([...names].filter((name) => /path|url|user|person|school|uai/.test(name ?? ''))).toEqual([]);
});

test('sessions that are open, and the last sync of each source that came to each state', async () => {
  const before = Number(/^volee_sessions (\d+)$/m.exec(await measures())?.[1]);
  await web.cookieOf('teacher');
  expect(await measures()).toContain(`\nvolee_sessions ${before + 1}\n`);

  web.clock.advance(3_600_000);
  await web.host.sync.run(sampleSource, new AbortController().signal);
  const seconds = web.clock.now().getTime() / 1000;
  const text = await measures();
  expect(text).toMatch(/^volee_sync_last_run_timestamp_seconds\{source="ldap",state="applied"\} [\d.]+$/m);
  expect(text).toContain(`volee_sync_last_run_timestamp_seconds{source="ldap",state="unchanged"} ${seconds}`);

  web.clock.advance(web.host.settings.session.absolute);
  expect(await measures()).toContain('\nvolee_sessions 0\n');
});

test('syncs are measured by state: their number, duration, last success and changes of persons', async () => {
  const signal = new AbortController().signal;
  await web.host.sync.plan({ name: 'ldap', async *read() {} }, signal);
  const down = {
    name: 'ldap',
    read: () => {
      web.clock.advance(5_000);
      throw new Error('down');
    },
  };
  await web.host.sync.plan(down, signal).catch(() => undefined);
  const text = await measures();
  expect(text).toContain('volee_sync_runs_total{source="ldap",state="refused"} 1');
  expect(text).toContain('volee_sync_runs_total{source="ldap",state="failed"} 1');
  expect(text).toContain('volee_sync_last_run_duration_seconds{source="ldap"} 5');
  expect(text).toContain('volee_sync_last_applied_persons{source="ldap",kind="created"} 14');
  expect(text).toContain('volee_sync_last_applied_persons{source="ldap",kind="disabled"} 0');
  const well = Number(/^volee_sync_last_success_timestamp_seconds\{source="ldap"\} (\S+)$/m.exec(text)?.[1]);
  expect(well).toBeLessThan(web.clock.now().getTime() / 1000 - 4);
  expect(text).toContain('volee_mails_total{outcome="failed"} 0');
});

test('P11 errors that a brick did not catch are counted', async () => {
  const count = async (): Promise<number> =>
    Number(/^volee_brick_troubles_total\{brick="notes"\} (\d+)$/m.exec(await measures())?.[1]);
  const before = await count();
  web.host.troubles.note('notes', new Error('late'));
  expect(await count()).toBe(before + 1);
  await web.send(`/s/${SCHOOL}/notes/torn`, { headers: { Cookie: await web.cookieOf('pupil') } });
  expect(await count()).toBe(before + 2);
  expect((await closed.send('/metrics')).text).not.toContain('notes');
});

test('without the database only its own metrics are left out', async () => {
  const gone = { run: () => Promise.reject(new Error('gone')) };
  const database = { ...web.host.database, unitOfWork: gone } as unknown as typeof web.host.database;
  const text = await createMetrics({ ...web.host, database }).registry.metrics();
  expect(text).not.toMatch(/^volee_sessions /m);
  expect(text).not.toMatch(/^volee_sync_last_run/m);
  expect(text).toMatch(/^volee_brick_up\{brick="notes"\} 1$/m);
});

test('hosts of one process share what measures Node.js, which outlives them', () => {
  const [one, other] = [web, closed].map(({ host }) =>
    createMetrics(host).registry.getSingleMetric('nodejs_gc_duration_seconds'),
  );
  expect(one).toBeDefined();
  expect(other).toBe(one);
});
