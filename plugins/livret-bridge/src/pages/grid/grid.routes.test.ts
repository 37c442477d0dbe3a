// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, group, member, person, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { changesPath, copyPath, gridPath, linesPath, subjectPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { ClassRow } from '../../store/class.entity.js';
import { PeriodRow } from '../../store/period.entity.js';

const pupil = (login: string, name: string, level: string) => ({
  ...person(login, 'pupil', SCHOOL, name, 'Rolin'),
  level,
});
const records = [
  group(SCHOOL, 'cm12', 'CM1-CM2'),
  group(SCHOOL, 'ulis', 'ULIS'),
  member(SCHOOL, 'cm12', 'teacher', 'teacher'),
  member(SCHOOL, 'cm12', 'teacherInBothSchools', 'teacher'),
  member(SCHOOL, 'ulis', 'teacherOfOtherClass', 'teacher'),
  pupil('ines', 'Inès', 'CM2'),
  pupil('adam', 'Adam', 'CM1'),
  pupil('mila', 'Mila', 'CE2'),
  person('theo', 'pupil', SCHOOL, 'Théo', 'Rolin'),
  ...['ines', 'adam', 'mila', 'theo'].map((login) => member(SCHOOL, 'cm12', login)),
  member(SCHOOL, 'ulis', 'theo'),
];

describe.each(bothDatabases())('the grid of a class on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let livret: LivretForTests;
  let classId: string;
  let ulisId: string;
  const started = startLivret({ database, records });
  beforeAll(async () => {
    livret = await started;
    const days = { year: 2026, rhythm: 'T' as const, count: 3, publishAt: null };
    const terms = [
      { period: 1, startsOn: '2026-08-01', endsOn: '2026-12-12', dueOn: '2026-12-04' },
      { period: 2, startsOn: '2026-12-13', endsOn: '2027-03-20', dueOn: '2027-03-12' },
    ];
    await livret
      .tables(SCHOOL)
      .repository(PeriodRow)
      .insert(terms.map((term) => ({ ...days, ...term })));
    const groups = await livret.host.host.directory.groups(SCHOOL);
    classId = groups.find(({ name }) => name === 'CM1-CM2')?.id ?? '';
    ulisId = groups.find(({ name }) => name === 'ULIS')?.id ?? '';
  });

  async function bilanOf(login: string, period = 1): Promise<BilanRow> {
    const pupilId = await livret.host.ids.login(login);
    const found = await livret.tables(SCHOOL).repository(BilanRow).find({ where: { pupilId, period } });
    const [row] = found;
    if (!row || found.length > 1) throw new Error(`${login} has ${String(found.length)} bilans.`);
    return row;
  }

  /** The part of the page about one pupil. */
  async function rowOf(name: string, as: Role = 'teacher', path = gridPath(classId, 1)): Promise<string> {
    const { text } = await livret.host.as(as).get(path).expect(200);
    return text.split('<tr>').find((row) => row.includes(`>${name} Rolin<`)) ?? '';
  }

  test('two teachers that open a grid at once make one bilan for each pupil, by level and catalogue', async () => {
    const both = ['teacher', 'teacherInBothSchools', 'teacher', 'teacherInBothSchools'] as const;
    const pages = await Promise.all(both.map((role) => livret.host.as(role).get(gridPath(classId, 1))));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [adam, ines, mila, theo] = await Promise.all(['adam', 'ines', 'mila', 'theo'].map((one) => bilanOf(one)));
    expect([adam?.level, ines?.level, mila?.level, theo?.level]).toEqual(['CM1', 'CM2', 'CE2', null]);
    expect([ines?.catalogue, mila?.catalogue, theo?.catalogue]).toEqual(['cycle3-2016', 'cycle2-2016', 'cycle3-2016']);
    const text = pages[0]?.text ?? '';
    const titles = ['CE2, 1 élève', 'CM1, 1 élève', 'CM2, 1 élève', 'Niveau non renseigné, 1 élève'];
    expect(titles.map((title) => text.indexOf(title)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
    expect(text).toMatch(/À signer avant le vendredi 4 décembre\./);
    expect(text).toMatch(
      /<strong>Rien n’est encore rempli\.<\/strong> <span class="v-soft">Il manque \d+ cases et 4 appréciations\./,
    );
  });

  test('a pupil of a ULIS has one bilan, in the class of their inscription, which both classes write', async () => {
    const path = gridPath(ulisId, 1);
    const row = await rowOf('Théo', 'teacherOfOtherClass', path);
    const { id, classId: written } = await bilanOf('theo');
    expect([row.includes(changesPath(id)), written]).toEqual([true, classId]);
    const form = { was: ' '.repeat(15), '0': '2', from: ulisId };
    const saved = await livret.host.as('teacherOfOtherClass').post(changesPath(id)).form(form).expect(303);
    expect(saved.headers.get('location')).toContain(path);
    expect(await rowOf('Théo')).toContain('<input value="2"');
  });

  test('a row is saved without script, and what is wrong or was written meanwhile comes back under it', async () => {
    const { id } = await bilanOf('ines');
    const send = (as: Role, cells: Record<string, string>, was = ' '.repeat(15)) =>
      livret.host
        .as(as)
        .post(changesPath(id))
        .form({ was, ...cells });
    await send('teacher', { '0': '3', '1': 'n', '2': '' }).expect(303);
    expect((await bilanOf('ines')).positions).toBe('3N'.padEnd(15));

    const { text } = await send('teacherInBothSchools', { '0': '2', '1': '', '2': '9', '3': '4' }).expect(409);
    const told = text.replace(/<[^>]+>/g, '').replace(/\s/g, ' ');
    expect(told).toContain('Langage oral, Inès Rolin : deux choix. Claire Vuillet a mis 3');
    expect(told).toContain('Écriture, Inès Rolin : pas enregistré. « 9 » n’est pas une position.');
    expect(text).toMatch(/value="9"[^>]*name="2"/);
    expect((await bilanOf('ines')).positions).toBe('3N 4'.padEnd(15));
    await send('teacherInBothSchools', { '0': '2' }, '3N 4'.padEnd(15)).expect(303);
    expect((await bilanOf('ines')).positions[0]).toBe('2');
    await send('teacher', { '5': '7' }, '2N 4'.padEnd(15)).expect(400, /«\s7\s» n’est pas une position/);
    await send('teacher', { other: '3' }).expect(400);

    await livret.tables(SCHOOL).repository(BilanRow).update({ id }, { state: 'signed' });
    await send('teacher', { '4': '1' }, '2N 4'.padEnd(15)).expect(409, /«\s1\s» n’est pas enregistré/);
    expect(await rowOf('Inès')).toMatch(/Signé/);
    expect(await rowOf('Inès')).not.toMatch(/name="0"|<form/);
    await livret.tables(SCHOOL).repository(BilanRow).update({ id }, { state: 'draft' });
  });

  test('a draft follows a pupil that changed class and level since; what is signed stays where it was written', async () => {
    const rows = livret.tables(SCHOOL).repository(BilanRow);
    const { id } = await bilanOf('ines');
    const before = { classId: livret.host.ids.cm2, level: 'CM1' };
    await rows.update({ id }, { ...before, state: 'signed' });
    await rowOf('Inès');
    expect(await bilanOf('ines')).toMatchObject(before);
    await rows.update({ id }, { state: 'draft' });
    await rowOf('Inès');
    expect(await bilanOf('ines')).toMatchObject({ classId, level: 'CM2' });
    // A level of another catalogue would take the lines from what is written.
    await rows.update({ id }, { level: 'CE2', catalogue: 'cycle2-2016' });
    await rowOf('Inès');
    expect(await bilanOf('ines')).toMatchObject({ level: 'CE2', catalogue: 'cycle2-2016' });
    await rows.update({ id }, { level: 'CM2', catalogue: 'cycle3-2016' });
  });

  test('T1, T8, V2: the grid and its forms are those of the teachers of the class alone', async () => {
    const { host } = livret;
    const { id } = await bilanOf('ines');
    for (const [role, status] of [
      ...[['teacherOfOtherClass', 404] as const, ['teacherOfOtherSchool', 404] as const],
      ...(['staff', 'guardian', 'pupil', 'head'] as const).map((role) => [role, 403] as const),
    ]) {
      await host.as(role).get(gridPath(classId, 1)).expect(status);
      await host.as(role).get(linesPath(classId, 1)).expect(status);
      await host.as(role).post(linesPath(classId, 1)).form({ line: 'FRA-LGO' }).expect(status);
      await host.as(role).post(copyPath(classId, 2)).expect(status);
    }
    // The class of the form is another one, or one of another school.
    for (const from of [host.ids.cm2, host.ids.sixthA, host.ids.ce2]) {
      const form = { was: (await bilanOf('ines')).positions, '6': '4', from };
      await host.as('teacher').post(changesPath(id)).form(form).expect(404);
    }
    expect((await bilanOf('ines')).positions[6]).toBe(' ');
    for (const path of [gridPath(classId, 3), gridPath(host.ids.ce2, 1), gridPath(classId, '1x')]) {
      await host.as('teacher').get(path).expect(404);
    }
  });

  test('lines are switched off for a period; what stands in one stays on the page', async () => {
    const page = livret.host.as('teacher').get(linesPath(classId, 1));
    const codes = [...(await page).text.matchAll(/name="line" value="([^"]+)"/g)].map(([, code = '']) => code);
    const on = codes.filter((code) => code !== 'FRA-LGO' && code !== 'EPS-RAC');
    const send = (lines: readonly string[]) =>
      livret.host
        .as('teacherInBothSchools')
        .post(linesPath(classId, 1))
        .form(new URLSearchParams(lines.map((line) => ['line', line])));
    await send(on).expect(303);
    const { text } = await livret.host.as('teacher').get(gridPath(classId, 1)).expect(200);
    expect(text).toContain(`Lignes évaluées\u00a0: ${String(on.length)} sur ${String(codes.length)}`);
    expect(text).not.toContain('Éducation physique et sportive');
    expect(await rowOf('Inès')).toMatch(/<input value="2"/);
    await send([]).expect(400, /Gardez au moins une ligne/);
    await send(codes).expect(303);
    await livret.host
      .as('teacher')
      .get(gridPath(classId, 1))
      .expect(200, /Éducation physique et sportive/);

    // The codes of a catalogue that nobody has stay while a bilan of the class names it; the column never holds more than it can.
    const [classes, bilans] = [livret.tables(SCHOOL).repository(ClassRow), livret.tables(SCHOOL).repository(BilanRow)];
    const place = { groupId: classId, period: 1 };
    const lost = Array.from({ length: 45 }, (_, index) => `BZH-L${String(index + 10)}`).join(' ');
    const stored = async () => (await classes.findOne({ where: place }))?.offLines;
    const { id, catalogue } = await bilanOf('ines');
    await classes.update(place, { offLines: lost });
    await bilans.update({ id }, { catalogue: 'breton-2016' });
    await send(codes.slice(1)).expect(303);
    expect(await stored()).toBe(`${codes[0] ?? ''} ${lost}`);
    const { text: refused } = await send(codes.slice(6)).expect(400, /Trop de lignes sont décochées/);
    expect(refused.match(/name="line"[^>]* checked/g)).toHaveLength(codes.length - 6);
    expect(await stored()).toBe(`${codes[0] ?? ''} ${lost}`);
    await bilans.update({ id }, { catalogue });
    await send(codes).expect(303);
    expect(await stored()).toBe('');
  });

  test('the period before fills empty cells with its positions, and says how many', async () => {
    await livret
      .tables(SCHOOL)
      .repository(BilanRow)
      .update({ id: (await bilanOf('ines')).id }, { positions: '2N 4'.padEnd(15) });
    await livret.host
      .as('teacher')
      .get(gridPath(classId, 2))
      .expect(200, /Copier\s: 1er trimestre/i);
    const { id } = await bilanOf('ines', 2);
    await livret.host
      .as('teacher')
      .post(changesPath(id))
      .form({ was: ' '.repeat(15), '3': '1' })
      .expect(303);
    // Notices are of one session.
    const teacher = livret.host.as('teacher');
    await teacher.post(copyPath(classId, 2)).expect(303);
    await teacher.get(gridPath(classId, 2)).expect(200, /2 cases copiées/);
    expect((await bilanOf('ines', 2)).positions).toBe('2  1'.padEnd(15));
    expect((await bilanOf('theo', 2)).positions).toBe('2'.padEnd(15));
    await teacher.post(copyPath(classId, 1)).expect(303);
    await teacher.get(gridPath(classId, 1)).expect(200, /Rien à copier/);
  });

  test('a grid that nobody writes any more offers nothing to write', async () => {
    const teacher = livret.host.as('teacher');
    const offers =
      /Case vide suivante|Signer les bilans|Copier\s: |data-next|À signer|À remplir|Au clavier|Tout est gardé/;
    await teacher.get(gridPath(classId, 2)).expect(200, offers);
    const bilans = livret.tables(SCHOOL).repository(BilanRow);
    for (const [state, told] of [
      ['signed', /<p>Tous les bilans sont signés\.<[^]*Cette grille se lit/],
      ['published', /<p>Tous les bilans sont publiés aux familles\.</],
    ] as const) {
      await bilans.update({ period: 2 }, { state });
      await teacher.get(gridPath(classId, 2)).expect(200, told).expectNot(offers);
    }
  });

  test('a grid without an empty cell leads to none, and one cell that is emptied brings the way back', async () => {
    const teacher = livret.host.as('teacher');
    const bilans = livret.tables(SCHOOL).repository(BilanRow);
    const grid = gridPath(classId, 2);
    await bilans.update({ period: 2 }, { state: 'draft', positions: ''.padEnd(60, '3') });
    await teacher.get(grid).expect(200, /data-next[^>]*\shidden/);
    await bilans.update({ id: (await bilanOf('ines', 2)).id }, { positions: '' });
    await teacher
      .get(grid)
      .expect(200, /data-next/)
      .expectNot(/data-next[^>]*\shidden/);
  });

  test('a page that saves by itself says the hour of the school', async () => {
    await livret.host
      .as('teacher')
      .get(gridPath(classId, 2))
      .expect(200, /data-zone="Europe\/Paris"/);
    await livret.host
      .as('teacher')
      .get(subjectPath((await bilanOf('ines', 2)).id, 'general'))
      .expect(200, /data-zone="Europe\/Paris"/);
  });
});
