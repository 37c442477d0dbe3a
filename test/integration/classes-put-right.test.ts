// SPDX-License-Identifier: EUPL-1.2
import {
  addStandIn,
  importClasses,
  kin,
  numberedPupils,
  OTHER_SCHOOL,
  person,
  SCHOOL,
  startTestHost,
  testDatabases,
  type TestHost,
  type TestPerson,
} from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import livret from '@volee/livret-bridge';
import messaging from '@volee/messaging';

const records = [
  ...numberedPupils('cm1', 'ana', 4),
  person('parent', 'guardian', SCHOOL, 'Nora', 'Petit'),
  kin('parent', 'ana0'),
];
const FILE = { 'CM1 du fichier': ['ana0', 'ana1', 'ana2', 'ana3'] };
const UNTIL = { from: '', until: '2026-12-18' };

/** The things of the class of the file that people see while it stands beside the class of the directory. */
const SEEN = {
  ana0: 'folder works part message',
  ana1: 'folder works message',
  parent: 'folder works',
  ...{ pupil: '', guardian: '', pupilOfOtherClass: '', guardianOfOtherClass: '', lastYearsTeacher: '' },
  teacher: 'review inbox',
  teacherOfOtherClass: 'folder work part sent draft grid bilan',
  head: 'folder work part bilan board',
  teacherOfOtherSchool: '',
};
/** The people of the class see more afterwards: their teacher, a classmate that the file leaves out, and the teacher who replaces there. */
const SEEN_IN_CLASS = {
  ...{ pupil: 'folder works', guardian: 'folder works' },
  teacher: 'folder work part review inbox grid bilan',
  teacherOfOtherClass: 'folder work part sent draft review inbox grid bilan',
};

const at = (brick: string, path: string): string => `/s/${SCHOOL}/${brick}${path}`;
const files = (path: string): string => at('file-share', path);
const letters = (path: string): string => at('messaging', path);
const bilans = (path: string): string => at('livret-bridge', path);

describe.each(testDatabases())('an installation in which each class stood twice, on $name', (database) => {
  let host: TestHost;
  const started = startTestHost({ bricks: [fileShare, messaging, livret], database, records });
  beforeAll(async () => {
    host = await started;
  });

  const query = <R>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    host.host.database.dataSource.query(sql, [...values]);

  /** Imports the file as the version before did: it compared no classes. */
  async function importAsBefore(): Promise<string> {
    const { classJoins } = host.host;
    const settle = classJoins.settle.bind(classJoins);
    classJoins.settle = () => Promise.resolve(0);
    const [id = ''] = await importClasses(host, FILE);
    classJoins.settle = settle;
    return id;
  }

  /** Fills the class of the file and that of the directory, by the pages that people have. */
  async function use(ofFile: string): Promise<{ work: string }> {
    const { cm1, cm2 } = host.ids;
    await addStandIn(host, 'teacherOfOtherClass', { ...UNTIL, groupId: ofFile });
    const nadia = host.as('teacherOfOtherClass');
    await host
      .as('teacher')
      .post(files(`/groups/${cm1}/files`))
      .files({ 'frise.txt': 'de Claire' })
      .expect(303);
    await nadia
      .post(files(`/groups/${ofFile}/files`))
      .files({ 'frise.txt': 'de Nadia' })
      .expect(303);
    await nadia
      .post(files(`/folders/group:${ofFile}/folders`))
      .form({ name: 'Leçons du fichier' })
      .expect(303);
    const [folder] = await query<{ id: string }>("SELECT id FROM file_share_node WHERE name = 'Leçons du fichier'");
    await nadia.post(files(`/nodes/${folder?.id ?? ''}/favourite`)).expect(303);
    const size = { bytes: '100000000', from: ofFile, to: cm2 };
    await host.as('head').post(files('/usage')).form(size).expect(303);

    const form = { title: 'Volcans', text: '', for: 'class', collects: 'true', dueOn: '2026-12-04', dueAt: '16:00' };
    const given = await nadia
      .post(files(`/groups/${ofFile}/works/new`))
      .form({ ...form, do: 'handOut' })
      .expect(303);
    const [, work = ''] = /\/works\/([\da-f-]{36})/.exec(given.headers.get('location') ?? '') ?? [];
    const part = files(`/works/${work}/pupils/${await host.ids.login('ana0')}`);
    await host.asLogin('ana0').post(part).form({ action: 'start' }).expect(303);
    await host.asLogin('ana0').post(`${part}/files`).files({ 'volcan.txt': 'lave' }).expect(303);
    await host.asLogin('ana0').post(part).form({ action: 'handIn', word: 'Voilà' }).expect(303);

    const write = (author: TestPerson, to: Record<string, string | string[]>, subject: string, more = {}) =>
      author
        .post(letters('/write'))
        .form({ ...to, subject, body: subject, ...more })
        .expect(303);
    await write(nadia, { toPupilsOf: ofFile }, 'Aux élèves du fichier');
    await write(nadia, { toGuardiansOf: [ofFile, cm2] }, 'Un brouillon', { do: 'save' });
    await write(host.asLogin('ana0'), { toPerson: await host.ids.login('ana1') }, 'Caillou rouge');
    await host.as('head').post(bilans('/periods')).form({ open: '1' }).expect(303);
    await host.runJobs();
    // The version before chose the class that sorts first.
    await query(
      'UPDATE livret_bridge_bilan SET classId = ? WHERE pupilId IN (SELECT personId FROM core_membership WHERE groupId = ?)',
      [ofFile, ofFile],
    );
    await host.host.activations.disable(SCHOOL, 'livret-bridge', 'cli');
    const rule = { profiles: [], groupIds: [ofFile, cm2], from: null, until: null };
    await host.host.activations.enable(SCHOOL, 'livret-bridge', 'cli', rule);
    await host
      .as('teacherOfOtherSchool')
      .post(`/groups/${host.ids.sixthA}/files`)
      .files({ 'frise.txt': 'au collège' })
      .expect(303);
    return { work };
  }

  /** Rows of the bricks that contain a text. */
  async function rowsWith(text: string): Promise<string[]> {
    const { dataSource } = host.host.database;
    const entities = [...fileShare.manifest.entities, ...messaging.manifest.entities, ...livret.manifest.entities];
    const rows = await Promise.all(entities.map((entity) => dataSource.getRepository(entity).find()));
    return rows
      .flat()
      .map((row) => JSON.stringify(row))
      .filter((row) => row.includes(text))
      .sort();
  }

  /** The things of the class of the file that each person sees. */
  async function seenBy(group: string, work: string): Promise<Record<string, string>> {
    const [bilan] = await query<{ id: string }>('SELECT id FROM livret_bridge_bilan WHERE pupilId = ?', [
      await host.ids.login('ana0'),
    ]);
    const places = {
      folder: [files(`/groups/${group}`), /Leçons du fichier/],
      works: [files('/works'), /Volcans/],
      work: [files(`/works/${work}`), /Volcans/],
      part: [files(`/works/${work}/pupils/${await host.ids.login('ana0')}`), /volcan\.txt/],
      message: [letters('/?door=read'), /Aux élèves du fichier/],
      sent: [letters('/boxes/sent'), /Aux élèves du fichier/],
      draft: [letters('/boxes/drafts'), /Un brouillon/],
      review: [letters('/reviews'), /Caillou rouge/],
      inbox: [letters('/?door=read'), /Caillou rouge/],
      grid: [bilans(`/classes/${group}/1`), /ana0/],
      bilan: [bilans(`/bilans/${bilan?.id ?? ''}?subject=general`), /ana0/],
      board: [bilans(`/board/1/classes/${group}`), /ana0/],
    } as const;
    const seen: Record<string, string> = {};
    for (const login of Object.keys(SEEN)) {
      const reader = host.asLogin(login, login.endsWith('OfOtherSchool') ? OTHER_SCHOOL : SCHOOL);
      const names: string[] = [];
      for (const [name, [path, words]] of Object.entries(places)) {
        const { status, text } = await reader.get(path);
        if (status === 200 && words.test(text)) names.push(name);
      }
      seen[login] = names.join(' ');
    }
    return seen;
  }

  test('T7: is put right by one sync: each row is with its class, and is seen by the people of that class', async () => {
    const ofFile = await importAsBefore();
    const { cm1, cm2 } = host.ids;
    const { work } = await use(ofFile);
    expect(await seenBy(ofFile, work)).toEqual(SEEN);
    const elsewhere = await rowsWith(OTHER_SCHOOL);
    expect(elsewhere.length).toBeGreaterThan(2);
    await importClasses(host, FILE);
    await host.runJobs();
    expect(await seenBy(cm1, work)).toEqual({ ...SEEN, ...SEEN_IN_CLASS });
    expect(await rowsWith(ofFile)).toEqual([]);
    expect(await rowsWith(OTHER_SCHOOL)).toEqual(elsewhere);
    const written = await query<{ classId: string }>('SELECT classId FROM livret_bridge_bilan');
    expect(written.map(({ classId }) => classId).sort()).toEqual([...Array<string>(6).fill(cm1), cm2].sort());
    const stars = 'SELECT ownerId FROM file_share_favourite';
    expect(await query(stars)).toEqual([{ ownerId: await host.ids.person('teacherOfOtherClass') }]);
    const rules = await host.host.activations.rules(SCHOOL, 'livret-bridge');
    expect(rules.filter(({ until }) => until === null).map(({ groupIds }) => groupIds)).toEqual([[cm1, cm2]]);

    // The teacher of the class decides about the message that waited.
    const [review] = await query<{ id: string }>('SELECT id FROM messaging_review');
    await host
      .as('teacher')
      .post(letters(`/reviews/${review?.id ?? ''}`))
      .form({ do: 'accept', version: '1' })
      .expect(303);
    await host.runJobs();
    expect((await host.asLogin('ana1').get(letters('/?door=read'))).text).toContain('Caillou rouge');
  });
});
