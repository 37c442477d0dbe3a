// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, PersonRecord } from '../../../api/directory/directory-source.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { recordingLog } from '../../app/host-for-tests.js';
import { checkGrants } from '../../app/doctor/check-grants.js';
import { startMailServer, textOfMail, type MailServer } from '../../infra/mail/mail-server-for-tests.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { describeLines } from '../sync/plan/describe-lines.js';
import { martin, OneDirectory, withSchools } from '../sync/testing/one-directory.js';
import { kin, person, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { AdministratorService } from './administrator-service.js';
import { LapsingGrants } from './lapsing-grants.js';

const DAY = 86_400_000;

describe.each(testDatabases())('heads by grant that a directory named and names no more, on $name', (kind) => {
  let kit: OneDirectory;
  let mails: MailServer;
  let administrators: AdministratorService;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
    mails = await startMailServer();
    administrators = new AdministratorService(kit.fixture.database.unitOfWork, kit.fixture.clock, auditTrail());
  });
  afterAll(async () => {
    await mails.stop();
    await kit.drop();
  });
  beforeEach(() => kit.next());
  // No test leaves a grant to the next one.
  afterEach(() => kit.sync());

  const auditTrail = (): AuditTrail => new AuditTrail(kit.fixture.database.unitOfWork, kit.fixture.clock);

  function lapsingGrants(endAfter: number | null = 30 * DAY, url = mails.url): LapsingGrants {
    const { clock, database } = kit.fixture;
    return new LapsingGrants({
      ...{ clock, endAfter, unitOfWork: database.unitOfWork, auditTrail: auditTrail(), log: recordingLog().log },
      publicUrl: new URL('https://ent.example.org'),
      mail: { url, from: 'ent@example.org', admins: ['keeper@example.org'] },
    });
  }

  const colleague = person('l.nour', 'teacher', TILLEULS);
  const here = (changes: Partial<PersonRecord> = {}) => [colleague, martin({ stableId: 'id-1', ...changes })];
  const moved: DirectoryRecord[] = [colleague, martin({ stableId: 'id-1' }, 'teacher', VAL)];

  /** Makes Julie Martin the head of a school. Then the directory names this teacher in the other school alone. */
  async function leave(): Promise<string> {
    await kit.sync(...here());
    const id = await kit.idOf();
    await administrators.grantTo(id, TILLEULS, 'cli');
    kit.fixture.clock.advance(DAY);
    await kit.sync(...moved);
    return id;
  }

  const isHead = async (id: string): Promise<boolean> => (await kit.grantsOf(id)) === 1;

  test('H2 the plan, doctor and the list name them; a mail comes a week before, and the right ends after 30 days', async () => {
    await kit.sync(...here());
    const id = await kit.idOf();
    await administrators.grantTo(id, TILLEULS, 'cli');
    kit.fixture.clock.advance(DAY);
    const run = await kit.sync(...moved);
    const lines = run.plan ? describeLines(run.plan).join('\n') : '';
    expect(lines).toMatch(/0390001X j\.martin .*to 0390002Y, the right of a head by grant will end/);

    const grants = lapsingGrants();
    const { clock, database } = kit.fixture;
    const now = clock.now();
    const end = new Date(now.getTime() + 30 * DAY);
    expect(await grants.endDue()).toBe(0);
    expect(await grants.list()).toMatchObject([
      { personId: id, uai: TILLEULS, displayName: 'Julie Martin', unnamedSince: now, endsAt: end },
    ]);
    const found = await checkGrants(database.unitOfWork, clock, 30 * DAY);
    expect(found).toMatchObject([{ state: 'warn', remedy: expect.stringContaining(`--school ${TILLEULS}" keeps it`) }]);
    expect(found[0]?.sentence).toContain(`The right ends on ${end.toISOString().slice(0, 10)}.`);

    const before = mails.mails.length;
    clock.advance(22 * DAY);
    expect([await grants.endDue(), mails.mails.length - before]).toEqual([0, 0]);
    // A nightly run may begin some seconds earlier than the one before.
    clock.advance(DAY - 5_000);
    expect([await grants.endDue(), mails.mails.length - before]).toEqual([0, 1]);
    clock.advance(6 * DAY);
    expect([await grants.endDue(), mails.mails.length - before, await isHead(id)]).toEqual([0, 1, true]);
    clock.advance(DAY - 5_000);
    expect([await grants.endDue(), mails.mails.length - before, await isHead(id)]).toEqual([1, 1, false]);
    expect([await grants.list(), await grants.endDue()]).toEqual([[], 0]);

    const text = mails.mails.map(textOfMail).at(-1) ?? '';
    expect(text).toMatch(/^- 0390001X\r?$/m);
    expect(text).toMatch(/^https:\/\/ent\.example\.org\/admin\/administrators\r?$/m);
    expect(text).not.toMatch(/martin|Tilleuls/i);
    const [line] = await database.dataSource.manager.find(AuditLine, { order: { id: 'DESC' }, take: 1 });
    expect(line).toMatchObject({
      actor: 'clock',
      uai: TILLEULS,
      action: 'core.administrator.revoke',
      subject: { person: id, head: TILLEULS },
    });
  });

  test('H2 a head that the directory names again keeps the right, and the days begin anew', async () => {
    const id = await leave();
    const grants = lapsingGrants();
    await grants.endDue();
    kit.fixture.clock.advance(29 * DAY);
    await grants.endDue();
    await kit.sync(...here());
    kit.fixture.clock.advance(DAY);
    expect([await grants.endDue(), await grants.list(), await isHead(id)]).toEqual([0, [], true]);
    await kit.sync(...moved);
    await grants.endDue();
    kit.fixture.clock.advance(29 * DAY);
    expect([await grants.endDue(), await isHead(id)]).toEqual([0, true]);
  });

  test('H2 a right that is granted again is kept; doctor alone lists it', async () => {
    const id = await leave();
    kit.fixture.clock.advance(DAY);
    await administrators.grant('j.martin', TILLEULS, 'cli');
    await expect(administrators.grant('j.martin', TILLEULS, 'cli')).rejects.toThrow('already');
    const grants = lapsingGrants();
    await grants.endDue();
    kit.fixture.clock.advance(300 * DAY);
    expect([await grants.endDue(), await grants.list(), await isHead(id)]).toEqual([0, [], true]);
    const { clock, database } = kit.fixture;
    expect(await checkGrants(database.unitOfWork, clock, 30 * DAY)).toMatchObject([
      { state: 'good', sentence: expect.stringContaining(`as for a head without a class: j.martin (${TILLEULS}).`) },
    ]);
  });

  test('H2 a head that no directory ever named in the school keeps the right', async () => {
    await kit.sync(...moved);
    const id = await kit.idOf();
    await administrators.grantTo(id, TILLEULS, 'cli');
    const run = await kit.sync(...moved, martin({ stableId: 'id-1' }, 'staff', VAL));
    expect(run.plan && describeLines(run.plan).join('\n')).not.toContain('by grant');
    const grants = lapsingGrants();
    await grants.endDue();
    kit.fixture.clock.advance(300 * DAY);
    expect([await grants.endDue(), await isHead(id)]).toEqual([0, true]);
  });

  test('H2 a child in the school does not support the right of a head', async () => {
    const child = person('t.martin', 'pupil', TILLEULS);
    await kit.sync(...here(), child);
    await administrators.grantTo(await kit.idOf(), TILLEULS, 'cli');
    kit.fixture.clock.advance(DAY);
    const parent = martin({ stableId: 'id-1' }, 'guardian');
    await kit.sync(...moved, child, parent, kin('j.martin', 't.martin'));
    expect(await lapsingGrants().list()).toHaveLength(1);
  });

  test('another source that names the head in the school supports the right', async () => {
    const known = { ine: '120000009AA', birthDate: '1970-01-01' };
    await kit.sync(...here(known));
    await administrators.grantTo(await kit.idOf(), TILLEULS, 'cli');
    const other = `aaf-${kit.number}`;
    const names = { ...known, givenName: 'Julie' };
    await kit.fixture.sync(other, withSchools(person('x.martin', 'teacher', TILLEULS, names)));
    kit.fixture.clock.advance(DAY);
    const run = await kit.sync(colleague, martin({ stableId: 'id-1', ...known }, 'teacher', VAL));
    expect(run.plan && describeLines(run.plan).join('\n')).not.toContain('by grant');
    expect(await lapsingGrants().list()).toEqual([]);
    await kit.fixture.sync(other, withSchools());
    expect(await lapsingGrants().list()).toHaveLength(1);
  });

  test('nothing ends while the directory names no adult of the school, as in summer', async () => {
    await kit.sync(...here());
    const id = await kit.idOf();
    await administrators.grantTo(id, TILLEULS, 'cli');
    kit.fixture.clock.advance(DAY);
    await kit.sync(martin({ stableId: 'id-1' }, 'teacher', VAL));
    const grants = lapsingGrants();
    await grants.endDue();
    kit.fixture.clock.advance(60 * DAY);
    expect([await grants.endDue(), await grants.list()]).toEqual([0, []]);
    // The days are counted from September on.
    await kit.sync(...moved);
    expect([await grants.endDue(), await isHead(id)]).toEqual([0, true]);
  });

  test('`never` ends nothing, and the list says so', async () => {
    const id = await leave();
    const grants = lapsingGrants(null);
    await grants.endDue();
    kit.fixture.clock.advance(300 * DAY);
    expect([await grants.endDue(), await isHead(id)]).toEqual([0, true]);
    expect(await grants.list()).toMatchObject([{ endsAt: null }]);
  });

  test('a mail server that takes no mail delays the end by a week, and a host that stood still warns first', async () => {
    const id = await leave();
    const { clock } = kit.fixture;
    const broken = lapsingGrants(30 * DAY, 'smtp://127.0.0.1:1');
    await broken.endDue();
    clock.advance(36 * DAY);
    expect([await broken.endDue(), await isHead(id)]).toEqual([0, true]);
    clock.advance(DAY);
    expect([await broken.endDue(), await isHead(id)]).toEqual([1, false]);

    kit.next();
    const next = await leave();
    const grants = lapsingGrants();
    await grants.endDue();
    clock.advance(90 * DAY);
    expect([await grants.endDue(), await isHead(next)]).toEqual([0, true]);
    clock.advance(7 * DAY);
    expect([await grants.endDue(), await isHead(next)]).toEqual([1, false]);
  });
});
