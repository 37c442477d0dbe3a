// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, OTHER_SCHOOL, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import { guardianLine, guardiansText, pupilsText, type PupilCells } from './files/onde-for-tests.js';
import onde from './index.js';

const CLASS = 'CM1 Mme Hugon';
/** Nine pupils of an invented school. */
const NINE: readonly PupilCells[] = ['Ana', 'Bao', 'Cléo', 'Dia', 'Éli', 'Fan', 'Gus', 'Hugo', 'Ida'].map(
  (name, index) => ({
    given: name,
    ine: `0000000000${index + 1}`,
  }),
);
const guardians = guardiansText(guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${CLASS}`));

describe.each(bothDatabases())('importing on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [onde], database });
  beforeAll(async () => {
    host = await started;
  });

  /** Hands files over and returns the address to which the page sends its decision, below the brick. */
  async function handOver(files: Readonly<Record<string, string>>, role: 'head' | 'headOfOtherSchool' = 'head') {
    const { text } = await host.as(role).post('/files').files(files).expect(200);
    return { text, decision: /action="\/s\/[^/]+\/onde-import(\/imports\/\d+)[?"]/.exec(text)?.[1] ?? 'no decision' };
  }

  const schoolFigures = async (uai: string) => {
    const schools = await host.host.directory.schools();
    return schools.find((one) => one.uai === uai)?.persons;
  };

  test('a head submits files, sees the changes, and imports', async () => {
    const before = await schoolFigures(SCHOOL);
    const small: PupilCells = { given: 'Petit', level: 'CP', cycle: 'CYCLE II' };
    const { text, decision } = await handOver({
      'eleves.csv': pupilsText(...NINE, small, { given: '' }),
      'responsables.csv': guardians,
    });
    expect(text).toMatch(/Vérifiez avant d’importer/);
    expect(text).toMatch(/Arrivées[^]*Ana TISSERAND/);
    expect(text).toMatch(/1 ligne n’est pas importée[^]*Élèves, ligne 12[^]*il manque le nom ou le prénom/);
    expect(text).toMatch(/laissés de côté\u00a0: 1 en CP/);
    expect(await schoolFigures(SCHOOL)).toEqual(before);

    const { headers } = await host.as('head').post(decision).form({}).expect(303);
    expect(headers.get('location')).toBe(`/s/${SCHOOL}/onde-import${decision}`);
    await host
      .as('head')
      .get(decision)
      .expect(200, /C’est importé[^]*Ce qui a changé/);
    const after = await schoolFigures(SCHOOL);
    expect(after).toEqual({ ...before, pupil: (before?.pupil ?? 0) + 9, guardian: (before?.guardian ?? 0) + 1 });

    const lines = await host.host.database.dataSource.query<unknown[]>(
      `SELECT actor, uai, outcome FROM core_audit WHERE action = 'core.import.apply' ORDER BY id`,
    );
    expect(lines).toEqual([{ actor: await host.ids.person('head'), uai: SCHOOL, outcome: 'done' }]);
  });

  test('a collège is told that ONDE is the tool of écoles, and gets no form', async () => {
    await host
      .as('headOfOtherSchool')
      .get('/')
      .expect(200, /Rien à importer ici[^]*Vous pouvez éteindre cet outil/)
      .expectNot(/type="file"/);
    await host
      .as('head')
      .get('/')
      .expect(200, /type="file"/);
  });

  test('the same files again change nothing', async () => {
    const again = await handOver({ 'eleves.csv': pupilsText(...NINE), 'responsables.csv': guardians });
    expect(again.text).toMatch(/Tout est déjà à jour/);
    expect(again.decision).toBe('no decision');
  });

  test('T1: files of one school do not affect persons of another, and its runs are not visible there', async () => {
    const before = await schoolFigures(SCHOOL);
    const { decision } = await handOver({ 'eleves.csv': pupilsText({ given: 'Zoé' }) }, 'headOfOtherSchool');
    await host.as('head').get(decision).expect(404);
    await host.as('head').post(decision).form({}).expect(404);
    await host.as('head').get(decision, { school: OTHER_SCHOOL }).expect(404);
    await host
      .as('head')
      .post('/files', { school: OTHER_SCHOOL })
      .files({ 'x.csv': pupilsText({}) })
      .expect(404);
    await host.as('headOfOtherSchool').post(decision).form({}).expect(303);
    expect(await schoolFigures(SCHOOL)).toEqual(before);
  });

  test('T3: only the head of the school has access', async () => {
    const { decision } = await handOver({ 'eleves.csv': pupilsText(...NINE, { given: 'Jade' }) });
    for (const role of ['teacher', 'staff', 'pupil', 'guardian'] as const) {
      const person = host.as(role);
      for (const path of ['/', decision]) expect([403, 404]).toContain((await person.get(path)).status);
      expect([403, 404]).toContain((await person.post(decision).form({})).status);
      expect([403, 404]).toContain((await person.post('/files').files({ 'x.csv': pupilsText({}) })).status);
    }
  });

  test('L4: a file of a part of the school is held by the guard, until the head says why', async () => {
    const before = await schoolFigures(SCHOOL);
    const { text, decision } = await handOver({ 'eleves.csv': pupilsText(...NINE.slice(0, 3)) });
    expect(text).toMatch(/Cet import est retenu[^]*École des Lilas\u00a0: il reste 3 élèves sur 9/);
    await host
      .as('head')
      .post(decision)
      .form({ reason: ' ' })
      .expect(200, /Dites pourquoi/);
    expect(await schoolFigures(SCHOOL)).toEqual(before);
    await host.as('head').post(decision).form({ reason: 'Rentrée' }).expect(303);
    expect((await schoolFigures(SCHOOL))?.pupil).toBe((before?.pupil ?? 0) - 6);
  });

  test('L13: two plans at once: the second is refused, and nothing of it is done', async () => {
    const one = await handOver({ 'eleves.csv': pupilsText(...NINE.slice(0, 4)) });
    const other = await handOver({ 'eleves.csv': pupilsText(...NINE.slice(0, 5)) });
    await host.as('head').post(one.decision).form({}).expect(303);
    await host.as('head').post(other.decision).form({}).expect(409);
  });

  test('a button that is pressed twice, at once or later, imports once and tells so', async () => {
    const { decision } = await handOver({ 'eleves.csv': pupilsText(...NINE.slice(0, 3), { given: 'Jade' }) });
    const press = () => host.as('head').post(decision).form({}).expect(303);
    const answers = [...(await Promise.all([press(), press()])), await press()];
    expect(new Set(answers.map(({ headers }) => headers.get('location')))).toEqual(
      new Set([`/s/${SCHOOL}/onde-import${decision}`]),
    );
    await host
      .as('head')
      .get(decision)
      .expect(200, /C’est importé/);
  });

  test('what is no extraction of ONDE is said in one sentence, beside the form', async () => {
    const head = host.as('head');
    await head
      .post('/files')
      .files({ 'eleves.xlsx': 'PK\u0003\u0004' })
      .expect(200, /«\u00a0eleves\.xlsx\u00a0» est un classeur/);
    await head
      .post('/files')
      .files({ 'vide.csv': '' })
      .expect(200, /«\u00a0vide\.csv\u00a0» est vide/);
    await head
      .post('/files')
      .files({ '': '' })
      .expect(200, /Aucun fichier n’était choisi/);
    const huge = 'x'.repeat(20_000_001);
    await head
      .post('/files')
      .files({ 'enorme.csv': huge })
      .expect(200, /trop lourd \(20\u00a0Mo au plus\)/);
  });

  test('a name as long as a line is told by its first 80 characters', async () => {
    const long = 'Maximilien'.repeat(100);
    const { text } = await handOver({ 'eleves.csv': pupilsText(...NINE.slice(0, 5), { given: long, born: 'x' }) });
    expect(text).toContain(`${long.slice(0, 79)}… n’a ni INE`);
    expect(text).not.toContain(long.slice(0, 80));
  });

  test('X1: names and files with markup in them are only names', async () => {
    const evil = '<script>alert(1)</script>';
    const { text } = await handOver({
      [`${evil}.csv`]: pupilsText(...NINE.slice(0, 5), { given: evil, born: 'x' }, { given: evil }),
    });
    expect(text).not.toContain(evil);
    expect(text).toContain('&lt;script>');
  });
});
