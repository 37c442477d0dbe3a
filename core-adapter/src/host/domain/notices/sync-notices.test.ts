// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { startMailServer, textOfMail, type MailServer } from '../../infra/mail/mail-server-for-tests.js';
import { SyncService } from '../sync/sync-service.js';
import { openTestDatabase, type OpenDatabase } from '../sync/testing/database-for-tests.js';
import {
  person,
  pupils,
  sampleRecords,
  SIGNAL,
  SOURCE,
  sourceOf,
  TILLEULS,
  VAL,
  without,
} from '../sync/testing/records-for-tests.js';
import { recordingLog, type LogLine } from '../../app/host-for-tests.js';
import { SyncNotices } from './sync-notices.js';

const ADMINS = ['keeper@example.org'];
const HALF = without(sampleRecords(), ...['one', 'two', 'three', 'four', 'five'].map((name) => `${name}.petit`));
const DOWN = {
  name: SOURCE,
  read: () => {
    throw new Error('no answer about uid=lea.martin');
  },
};

describe.each(testDatabases())('mails about syncs on $name', (kind) => {
  let database: OpenDatabase;
  let server: MailServer;
  let lines: readonly LogLine[];
  let notices: SyncNotices;
  let syncs: SyncService;

  function start(url: string, admins: readonly string[] = ADMINS): void {
    const recording = recordingLog();
    lines = recording.lines;
    notices = new SyncNotices({
      unitOfWork: database.unitOfWork,
      log: recording.log,
      publicUrl: new URL('https://ent.example.org'),
      mail: { url, from: 'ent@example.org', admins: [...admins] },
    });
    const onRunEnded: SyncNotices['onRunEnded'] = (run) => notices.onRunEnded(run);
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock: new TestClock(), onRunEnded });
  }

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    server = await startMailServer();
    start(server.url);
  });
  afterEach(async () => {
    await notices.settled();
    await server.stop();
    await database.drop();
  });

  /** Awaits the sync and its mails, and returns the number of mails so far. */
  async function mailsAfter(work: Promise<unknown>): Promise<number> {
    await work.catch(() => undefined);
    await notices.settled();
    return server.mails.length;
  }

  test('L3 a refusal is mailed once, until another refusal or after a successful sync', async () => {
    expect(await mailsAfter(syncs.run(sourceOf(sampleRecords()), SIGNAL))).toBe(0);
    expect(await mailsAfter(syncs.run(sourceOf(HALF), SIGNAL))).toBe(1);
    expect(await mailsAfter(syncs.run(sourceOf(HALF), SIGNAL))).toBe(1);
    expect(await mailsAfter(syncs.run(sourceOf([]), SIGNAL))).toBe(2);
    expect(await mailsAfter(syncs.run(sourceOf(sampleRecords()), SIGNAL))).toBe(2);
    expect(await mailsAfter(syncs.run(sourceOf([]), SIGNAL))).toBe(3);
    expect(notices.counts).toEqual({ sent: 3, failed: 0 });
  });

  test('an unreachable directory is mailed once, and pending plans do not change that', async () => {
    expect(await mailsAfter(syncs.run(DOWN, SIGNAL))).toBe(1);
    expect(await mailsAfter(syncs.plan(sourceOf(sampleRecords()), SIGNAL))).toBe(1);
    expect(await mailsAfter(syncs.run(DOWN, SIGNAL))).toBe(1);
    expect(await mailsAfter(syncs.run({ ...DOWN, name: 'onde' }, SIGNAL))).toBe(2);
  });

  test('a mail holds figures and a link, and names no person and no school', async () => {
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    await mailsAfter(syncs.run(sourceOf(HALF), SIGNAL));
    await mailsAfter(syncs.run(DOWN, SIGNAL));
    const [refused = '', failed = ''] = server.mails.map(textOfMail);
    expect(server.mails[0]).toMatchObject({ from: 'ent@example.org', to: ADMINS });
    expect(refused).toMatch(/Le garde-fou a refusé la lecture 2 de l’annuaire scribe\. Rien n’a été changé/);
    expect(refused).toMatch(/- trop de personnes d’un même profil manquent/);
    expect(refused).toMatch(/Ce qui serait fait\u00a0: 0 arrivée, 0 changement, 5 départs, 0 retour\./);
    expect(refused).toMatch(/^https:\/\/ent\.example\.org\/admin\/syncs\/2\r?$/m);
    expect(failed).toMatch(/La lecture 3 de l’annuaire scribe a échoué/);
    expect(refused + failed).not.toMatch(/petit|martin|Tilleuls|0390001X/i);
  });

  test('L6 unread schools are mailed once by their UAI, until another school is unread', async () => {
    const unread = (uai: string): DirectoryRecord => ({ type: 'unread-school', uai, reason: 'lea.martin elsewhere' });
    await syncs.run(sourceOf(sampleRecords()), SIGNAL);
    const partial = [...sampleRecords(), unread(TILLEULS)];
    expect(await mailsAfter(syncs.plan(sourceOf([...partial, ...pupils('neuf', '6e B', VAL)]), SIGNAL))).toBe(0);
    expect(await mailsAfter(syncs.run(sourceOf([...partial, person('lou.neuf', 'pupil', VAL)]), SIGNAL))).toBe(1);
    expect(await mailsAfter(syncs.run(sourceOf([...partial, person('lou.neuf', 'pupil', VAL)]), SIGNAL))).toBe(1);
    expect(await mailsAfter(syncs.run(sourceOf([...partial, unread(VAL)]), SIGNAL))).toBe(2);
    expect(await mailsAfter(syncs.run(sourceOf(sampleRecords()), SIGNAL))).toBe(2);
    const [one = '', both = ''] = server.mails.map(textOfMail);
    expect(one).toMatch(/La lecture 3 de l’annuaire scribe est faite, mais une école n’a pas pu être lue en entier/);
    expect(one).toMatch(/^- 0390001X\r?$/m);
    expect(one).toMatch(/^https:\/\/ent\.example\.org\/admin\/syncs\/3\r?$/m);
    expect(both).toMatch(/2 écoles n’ont pas pu être lues/);
    expect(one + both).not.toMatch(/martin|Tilleuls/i);
  });

  test('a failed mail is logged and counted, and does not affect the sync', async () => {
    start('smtp://127.0.0.1:1');
    await syncs.run(sourceOf([...sampleRecords(), ...pupils('neuf', 'CM2 A', TILLEULS)]), SIGNAL);
    expect((await syncs.plan(sourceOf([]), SIGNAL)).state).toBe('refused');
    await notices.settled();
    expect(notices.counts).toEqual({ sent: 0, failed: 1 });
    expect(lines).toMatchObject([{ level: 'error', fields: { run: 2 } }]);
  });

  test('without administrators, no mail is sent and nothing fails', async () => {
    start(server.url, []);
    expect(await mailsAfter(syncs.run(DOWN, SIGNAL))).toBe(0);
    expect(notices.counts).toEqual({ sent: 0, failed: 0 });
  });
});
