// SPDX-License-Identifier: EUPL-1.2
import {
  changeSchool,
  kin,
  OTHER_SCHOOL,
  SCHOOL,
  testDatabases,
  testHostSource,
  type Role,
  type TestResponse,
} from '@volee/core-adapter/testing';
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { In } from 'typeorm';
import { applyRecords, sampleRecords, withoutPerson } from '../../testing/start/directory-for-tests.js';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { giveWork, partRow, putFiles } from '../../testing/start/work-for-tests.js';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { trashNodes } from '../../domain/tree/trash-nodes.js';
import { readZip } from '../../testing/start/read-zip-for-tests.js';
import { openPartFolder } from '../../domain/works/work-folders.js';

const drives: { name: string; drive: DriveForTests }[] = [];
for (const database of testDatabases()) {
  drives.push({ name: database.name, drive: await startDrive({ database, now: new Date('2026-11-24T09:00:00Z') }) });
}

const withoutFamilyOf = (login: string, records: readonly DirectoryRecord[]): DirectoryRecord[] =>
  withoutPerson(login, records).filter((one) => one.type !== 'kinship' || one.guardian !== login);

const PAGE = '/../../../ancienne-ecole';
const LINE = /Tu as changé d’école/;

describe.each(drives)('the drive of a pupil that changes schools, on $name', ({ drive }) => {
  const { host, tables, storage } = drive;
  const db = tables(SCHOOL);
  const tools = { db, storage: storage(SCHOOL), clock: host.clock };
  const at = (role: Role, path: string): PromiseLike<TestResponse> => host.as(role).get(path, { school: OTHER_SCHOOL });
  let pupilId = '';
  const of = (owner: string): string => `${PAGE}/${SCHOOL}/${owner}/file-share`;

  beforeAll(async () => {
    pupilId = await host.ids.person('pupil');
    await driveSteps(host).file('pupil', '/own', 'mon-poeme.odt');
    const work = await giveWork({ groupId: host.ids.cm1, title: 'Fractions' }, tools);
    const part = await partRow(work, pupilId, tools);
    await putFiles(await openPartFolder(part, 'own', tools), { 'ma-copie.odt': 'handed in' }, tools);
    await putFiles(await openPartFolder(part, 'back', tools), { 'correction.pdf': 'corrected' }, tools);
    const [handedInAt, givenBackAt] = [new Date('2026-11-20T09:00:00Z'), new Date('2026-11-21T09:00:00Z')];
    const round = { word: 'Voilà', answer: 'Bravo Inès', state: 'corrected' as const, late: false };
    const given = { handedInAt, givenBackAt };
    await db.repository(WorkPupilRow).update({ id: part.id }, { ...round, ...given, startedAt: handedInAt });
    const { workId, groupId } = part;
    await db.repository(WorkRoundRow).insert([{ ...round, ...given, workId, groupId, pupilId, partId: part.id }]);
    await db.repository(NodeRow).update({ pupilId, rank: 1 }, { readers: 'families' });
    const other = await giveWork({ groupId: host.ids.cm1, title: 'Brouillon en cours' }, tools);
    const begun = await partRow(other, pupilId, tools);
    await putFiles(await openPartFolder(begun, 'own', tools), { 'pas-fini.odt': 'begun' }, tools);
    await db.repository(WorkPupilRow).update({ id: begun.id }, { state: 'started', startedAt: handedInAt });
    // As an earlier version gave back: without a round.
    const again = await partRow(await giveWork({ groupId: host.ids.cm1, title: 'Poésie' }, tools), pupilId, tools);
    const asked = { state: 'again' as const, word: 'Pas encore fini', answer: 'Relis la fin' };
    await db.repository(WorkPupilRow).update({ id: again.id }, { ...asked, ...given, startedAt: handedInAt });

    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /Il ne reste rien/);
    await host.as('pupil').get('/../').expect(200).expectNot(LINE);
    // The guardian is missing in the directory for a moment, just before the family moves.
    const records = await sampleRecords();
    await applyRecords(host, withoutFamilyOf('guardian', records));
    host.clock.advance(2_000);
    // Anne Marguet becomes a guardian of the child by the same sync, and never read anything at the former school.
    await changeSchool(host, 'pupil', [kin('guardianOfOtherSchool', 'pupil')]);
  });

  test('T12: a line on the portal and a page say what is kept and until when, and « Tout télécharger » holds all of it', async () => {
    await host.as('pupil').get('/own').expect(404);
    const portal = await at('pupil', '/../');
    expect(portal.text).toMatch(
      /Tu as changé d’école\. Ce que tu avais dans l’ancienne \(École des Lilas\) est encore gardé\./,
    );
    expect(portal.text).toMatch(/Une partie s’efface après le 14 octobre 2027/);
    const page = await at('pupil', PAGE);
    expect(page.text).toMatch(/<h1>Ton ancienne école<\/h1>/);
    expect(page.text).toMatch(
      /1 fichier rien qu’à toi[^]*tant que tu as un compte[^]*3 travaux[^]*jusqu’au 14 octobre 2027/,
    );
    await host
      .as('pupil')
      .get(`${of(pupilId)}/lire/travaux`)
      .expect(200, /Fractions[^]*Bravo Inès[^]*Voilà/)
      .expect(200, /Poésie[^]*Pas encore fini[^]*Relis la fin/);
    const { bytes } = await host
      .as('pupil')
      .post(`${of(pupilId)}/emporter`)
      .expect(200);
    expect(Object.fromEntries(await readZip(bytes))).toEqual({
      'Mes fichiers/mon-poeme.odt': 'mon-poeme.odt',
      'Travaux/Fractions/ma-copie.odt': 'handed in',
      'Travaux/Fractions/Ce qui est corrigé/correction.pdf': 'corrected',
      'Travaux/Fractions/Mots et corrections.txt': expect.stringMatching(/Voilà[^]*Bravo Inès/),
      'Travaux/Brouillon en cours/pas-fini.odt': 'begun',
      'Travaux/Brouillon en cours/Mots et corrections.txt': expect.stringMatching(/Lis le texte/),
      'Travaux/Poésie/Mots et corrections.txt': expect.stringMatching(/Pas encore fini[^]*Relis la fin/),
    });
  });

  test('T12: a file in the trash is on the page with its day, and in « Tout télécharger »', async () => {
    const nodes = db.repository(NodeRow);
    const [own] = await nodes.find({ where: { name: 'mon-poeme.odt', spaceKind: 'own' } });
    const trashed = { trashedAt: new Date('2026-11-23T09:00:00Z'), trashedFrom: own?.parentId ?? '' };
    await nodes.update({ id: own?.id ?? '' }, trashed);
    const { text } = await at('pupil', PAGE);
    expect(text).toMatch(/1 fichier dans la corbeille[^]*Gardé jusqu’au 22 décembre/);
    const { bytes } = await host
      .as('pupil')
      .post(`${of(pupilId)}/emporter`)
      .expect(200);
    expect((await readZip(bytes)).get('Corbeille/mon-poeme.odt')).toBe('mon-poeme.odt');
    expect((await at('guardian', PAGE)).text).not.toMatch(/corbeille/);
    await nodes.update({ id: own?.id ?? '' }, { trashedAt: null, trashedFrom: null });
  });

  test('T12: files in a folder in the trash of a class are on the page and in « Tout télécharger », as far as no copy is', async () => {
    const fill = new FillDrive(drive);
    const open = await fill.openFolder(await fill.root(groupSpace(host.ids.cm1)), 'Exposés');
    const added = { addedBy: pupilId };
    const trashed: NodeRow[] = [];
    for (const name of ['Mon volcan', 'Le dossier de la classe']) {
      const folder = await fill.folder(open, name, name === 'Mon volcan' ? added : {});
      trashed.push(folder, await fill.file(folder, `${name}.odt`, name, added), await fill.file(folder, 'autre.odt'));
    }
    const [mine, etna, , ofClass, shared] = trashed;
    const copied = { keptOf: shared?.id ?? '', addedBy: pupilId };
    const own = await fill.root(ownSpace(pupilId));
    const copy = await fill.file(own, 'Le dossier de la classe.odt', 'copy', copied);
    const nodes = db.repository(NodeRow);
    const [trashedAt, trashedFrom] = [new Date('2026-11-22T09:00:00Z'), open.id];
    for (const { id } of trashed) await nodes.update({ id }, { trashedAt });
    await nodes.update({ id: mine?.id ?? '' }, { trashedFrom, trashedBy: pupilId });
    await nodes.update({ id: ofClass?.id ?? '' }, { trashedFrom, trashedBy: await host.ids.person('teacher') });
    expect((await at('pupil', PAGE)).text).toMatch(/1 fichier dans la corbeille[^]*jusqu’au 21 décembre/);
    const { bytes } = await host
      .as('pupil')
      .post(`${of(pupilId)}/emporter`)
      .expect(200);
    const names = [...(await readZip(bytes)).keys()];
    expect(names.filter((name) => /volcan|classe\.odt|autre/.test(name))).toEqual([
      'Mes fichiers/Le dossier de la classe.odt',
      `Corbeille/${etna?.name ?? ''}`,
    ]);
    for (const { id } of [...trashed, copy]) await nodes.delete({ id });
  });

  test('T12: what a teacher gave a pupil is in the trash and in « Tout télécharger », less what the teacher took back', async () => {
    const fill = new FillDrive(drive);
    const teacher = await host.ids.person('teacher');
    const box = await fill.openFolder(await fill.root(groupSpace(host.ids.cm1)), 'Dossiers');
    const folder = await fill.folder(box, 'Inès', { addedBy: pupilId });
    const given = await fill.file(folder, 'ma-correction.odt', 'given', { addedBy: teacher });
    const wrong = await fill.file(box, 'pour-un-autre.odt', 'wrong', { addedBy: teacher });
    const others = await fill.file(folder, 'au-professeur.odt', 'others', { addedBy: teacher });
    const nodes = db.repository(NodeRow);
    for (const { id } of [folder, given, wrong]) await nodes.update({ id }, { ownerId: pupilId });
    const trashedAt = new Date('2026-11-22T09:00:00Z');
    await trashNodes(await nodes.find({ where: { id: In([folder.id, wrong.id]) } }), { ...tools, trashedBy: teacher });
    for (const { id } of [folder, given, wrong, others]) await nodes.update({ id }, { trashedAt });
    expect((await at('pupil', PAGE)).text).toMatch(/1 fichier dans la corbeille[^]*jusqu’au 21 décembre/);
    const { bytes } = await host
      .as('pupil')
      .post(`${of(pupilId)}/emporter`)
      .expect(200);
    const names = [...(await readZip(bytes)).keys()];
    expect(names.filter((name) => name.startsWith('Corbeille/'))).toEqual(['Corbeille/ma-correction.odt']);
    for (const { id } of [folder, given, wrong, others, box]) await nodes.delete({ id });
  });

  test('on the portal and in the list, counts and days alone are asked for, and no text or file is read', async () => {
    const { dataSource } = host.host.database;
    const { logQuery } = dataSource.logger;
    const read: string[] = [];
    dataSource.logger.logQuery = (query, given) => {
      if (query.includes('file_share_') && Array.isArray(given) && given.includes(SCHOOL)) read.push(query);
    };
    try {
      for (const role of ['pupil', 'guardian'] as const) {
        await at(role, '/../');
        await at(role, PAGE);
      }
    } finally {
      dataSource.logger.logQuery = logQuery;
    }
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((query) => !/^SELECT (w\.year, )?COUNT\(/.test(query))).toEqual([]);
  });

  test('T12: guardians of then find what was given back, and nothing that is the child’s alone', async () => {
    for (const role of ['guardian', 'guardianInBothSchools'] as const) {
      expect((await at(role, '/../')).text).toMatch(/Inès a changé d’école/);
      const page = await at(role, PAGE);
      expect(page.text).toMatch(/<h1>Ancienne école<\/h1>[^]*encore gardé pour vous/);
      expect(page.text).toMatch(/Inès\s*: École des Lilas[^]*2 travaux/);
      expect(page.text).not.toMatch(/rien qu’à/);
      await host
        .as(role)
        .get(`${of(pupilId)}/lire/travaux`)
        .expect(200, /Bravo Inès/)
        .expect(200, /À refaire[^]*Relis la fin/)
        .expectNot(/Brouillon|Pas encore fini/);
      const { bytes } = await host
        .as(role)
        .post(`${of(pupilId)}/emporter`)
        .expect(200);
      expect([...(await readZip(bytes)).keys()].sort()).toEqual([
        'Travaux/Fractions/Ce qui est corrigé/correction.pdf',
        'Travaux/Fractions/Mots et corrections.txt',
        'Travaux/Fractions/ma-copie.odt',
        'Travaux/Poésie/Mots et corrections.txt',
      ]);
    }
  });

  test('T8 T12: nobody else reaches any of it, a guardian that came later and the heads of both schools included', async () => {
    const others = ['guardianOfOtherSchool', 'classmate', 'teacher', 'head', 'headOfOtherSchool', 'pupilOfOtherSchool'];
    for (const role of others as Role[]) {
      await host
        .as(role)
        .get(PAGE)
        .expect(200, /Il ne reste rien/)
        .expectNot(/Fractions|Lilas<\/h2>/);
      await host
        .as(role)
        .get(`${of(pupilId)}/lire/travaux`)
        .expect(404);
      await host
        .as(role)
        .post(`${of(pupilId)}/emporter`)
        .expect(404);
    }
    await host.as('pupil').get(`${PAGE}/${OTHER_SCHOOL}/${pupilId}/file-share/lire/travaux`).expect(404);
    await host
      .as('pupil')
      .get(`${of(await host.ids.person('classmate'))}/lire/travaux`)
      .expect(404);
    await host.anonymous.get(PAGE).expect(303);
  });

  test('T9: where the brick is off in the former school, the page says nothing of it', async () => {
    await host.host.activations.disable(SCHOOL, 'file-share', 'cli');
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200)
      .expectNot(/travaux/);
    await host
      .as('pupil')
      .post(`${of(pupilId)}/emporter`)
      .expect(404);
    await host.host.activations.enable(SCHOOL, 'file-share', 'cli');
  });

  test('the reminder goes when the pupil puts it away, and the page stays; the night deletes nothing before the day that it names', async () => {
    await host.as('pupil').post(`${PAGE}/rappel`).expect(303);
    expect((await at('pupil', '/../')).text).not.toMatch(LINE);
    await host
      .as('pupil')
      .get('/../../../mes-donnees')
      .expect(200, /href="\/ancienne-ecole"/);
    host.clock.advance(new Date('2027-10-14T20:00:00Z').getTime() - host.clock.now().getTime());
    await host.runJobs();
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /3 travaux/);
    host.clock.advance(2 * 86_400_000);
    await host.runJobs();
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /1 fichier rien qu’à toi/)
      .expectNot(/travaux/);
  });

  test('T12: a pupil that comes back has everything as it was, and no page of a former school', async () => {
    const { sync } = host.host;
    const run = await sync.plan(testHostSource, new AbortController().signal);
    await sync.apply(run.id, { approve: { by: 'cli', reason: 'Back again.' } });
    await host
      .as('pupil')
      .get('/own')
      .expect(200, /mon-poeme\.odt/);
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /Collège du Parc/)
      .expectNot(/Lilas<\/h2>/);
  });
});
