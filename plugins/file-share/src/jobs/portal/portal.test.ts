// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, member, onceInQuickRun, person, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { partPath, WORKS_PATH } from '../../paths.js';
import { giveWork, partRow, type GivenWork } from '../../testing/start/work-for-tests.js';
import { WorkPupilRow, type PartState } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { postWork, WORK_FORM } from '../../testing/start/works-for-tests.js';

const HOUR = 3_600_000;

const drives = await Promise.all(
  bothDatabases().map(async (database) => {
    const drive = await startDrive({ database });
    return { name: database.name, drive, ines: await drive.host.ids.person('pupil') };
  }),
);

function textOf(page: string): string {
  return page
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe.each(drives)('works on the portal on $name', ({ name, drive: { host, tables, storage }, ines }) => {
  const testOnce = onceInQuickRun({ name });
  const db = tables(SCHOOL);
  const tools = { db, storage: storage(SCHOOL), clock: host.clock };
  const inHours = (hours: number): Date => new Date(host.clock.now().getTime() + hours * HOUR);

  async function give(title: string, work: Partial<GivenWork>, state?: PartState): Promise<WorkRow> {
    const given = await giveWork({ groupId: host.ids.cm1, title, ...work }, tools);
    if (state === undefined) return given;
    const row = await partRow(given, ines, tools);
    const isBack = state === 'corrected' || state === 'again';
    const dates = { handedInAt: inHours(-3), givenBackAt: isBack ? inHours(-1) : null };
    await db.repository(WorkPupilRow).update({ id: row.id }, { state, answer: 'Bravo', ...dates });
    return given;
  }

  /** The portal as text, without markup. */
  async function portalOf(role: Role): Promise<string> {
    const { text } = await host.as(role).get('/../').expect(200);
    return textOf(text);
  }

  test('T10: tell each person what waits for them, the reminded first, and nobody else', async () => {
    await give('Plus tard', { dueAt: inHours(90) });
    await give('Demain', { dueAt: inHours(20) });
    const reminded = await give('Rappelé', { dueAt: inHours(48) }, 'given');
    await db.repository(WorkPupilRow).update({ workId: reminded.id }, { remindedAt: inHours(-1) });
    await give('Repris', { dueAt: inHours(-9) }, 'again');
    await give('En retard', { dueAt: inHours(-9), lateUntil: inHours(9) }, 'started');
    // None of these waits for the pupil.
    await give('Manqué', { dueAt: inHours(-1) });
    await give('Brouillon', { isDraft: true });
    await give('Pas encore', { visibleFrom: inHours(1) });
    await give('À lire', { collects: false });
    await give('Fermé', { closedAt: inHours(-1) });
    await give('Pour d’autres', { audience: 'picked' });
    await give('D’un autre niveau', { audience: 'level', level: 'CM2' }, 'given');
    await give('Ailleurs', { groupId: host.ids.cm2 });
    await give('Rendu', { dueAt: inHours(-1) }, 'handedIn');
    await give('Revenu', {}, 'corrected');

    const pupil = await portalOf('pupil');
    expect(pupil).toMatch(
      /Rappelé Pour jeudi.*On te le rappelle.*En retard C.*Repris À refaire.*pour quand.*Demain 7 h.*Rappelé \d+ h.*« Revenu » est corrigé/,
    );
    expect(pupil).toMatch(/5 nouveautés Ma classe/);
    for (const title of [
      'Manqué',
      'Brouillon',
      'Pas encore',
      'À lire',
      'Fermé',
      'd’autres',
      'niveau',
      'Ailleurs',
      'Rendu',
    ]) {
      expect(pupil).not.toContain(title);
    }

    const guardian = await portalOf('guardian');
    expect(guardian).toMatch(/Inès CM1.*En retard.*Demain .*Repris À refaire.*Revenu Corrigé.*Travaux .*Fichiers/);
    expect(guardian).not.toMatch(/Zoé/);
    const list = textOf((await host.as('guardian').get('/../../../enfants/file-share')).text);
    // The number is that of the page of works: the tasks of the portal, and the works that it tells as news.
    const works = textOf((await host.as('guardian').get(WORKS_PATH)).text);
    const [told = 'no number'] = /\d+ travaux sont à faire\./.exec(list) ?? [];
    expect(works).toContain(told);
    const [, soon = ''] = /(\d+) à faire d’abord/.exec(list) ?? [];
    expect(works).toContain(`${soon} à faire d’abord.`);
    expect(works).toMatch(/Repris « Bravo » dès que possible, sans date limite À refaire/);
    // Each task of the portal has one link « Voir ».
    expect(guardian.match(/Voir :/g)).toHaveLength(Number(soon));
    expect(guardian).toMatch(/Demain À rendre bientôt : pour demain/);
    expect(list).toMatch(/à faire d’abord .*Demain Inès.*Les autres .*Plus tard Inès/);
    expect(list).toMatch(/En retard Inès.*À refaire Repris Inès.*Demain Inès.*Rendu Inès.*Manqué Inès/);
    expect(list).toMatch(/Demain Inès : à rendre pour demain/);
    expect(list).toMatch(/Repris Inès : à refaire, puis à rendre de nouveau dès que possible, sans date limite/);
    expect(list).not.toMatch(/Brouillon|Pas encore Inès|d’autres|niveau|Ailleurs|Zoé/);

    const teacher = await portalOf('teacher');
    expect(teacher).toMatch(/CM1 : 1 travail à corriger 1 pour « Rendu »/);
    expect(teacher).toMatch(/Travaux 1 nouveauté/);
    expect(teacher).toMatch(/Cette semaine .*(Mercredi|Jeudi|Vendredi) .*Demain 7 h, CM1(?!,)/);
    expect(teacher.slice(teacher.indexOf('Cette semaine'))).toMatch(/Rendu \d+ h, CM1, 1 rendu(?!s)/);
    expect(teacher.slice(teacher.indexOf('Cette semaine'))).not.toMatch(/à corriger|Brouillon|Fermé|À lire|Ailleurs/);
    for (const role of ['teacherOfOtherClass', 'guardianOfOtherClass', 'staff', 'pupilOfOtherSchool'] as const) {
      expect(await portalOf(role)).not.toMatch(/Rendu|Demain|Rappelé|nouveauté/);
    }
    // A classmate has the works of the class to do, and nothing of what happened to those of others.
    expect(await portalOf('classmate')).toMatch(/Demain/);
    expect(await portalOf('guardianOfClassmate')).not.toMatch(/Inès|Revenu|Repris/);
  });

  testOnce('a work that is handed in waits no more', async () => {
    const work = await give('Tout de suite', { dueAt: inHours(1) }, 'started');
    expect(await portalOf('pupil')).toContain('Tout de suite');
    await host.as('pupil').post(partPath(work.id, ines)).form({ action: 'handIn', word: 'Voilà' }).expect(303);
    expect(await portalOf('pupil')).not.toContain('Tout de suite');
    await host.as('pupil').post(partPath(work.id, ines)).form({ action: 'takeBack' }).expect(303);
    expect(await portalOf('pupil')).toMatch(/nouveautés? Ma classe/);
    expect(await portalOf('pupil')).toContain('Tout de suite');
    // Until it is due, the pupil may change what they took back: the teacher is not asked to correct it yet.
    host.clock.advance(HOUR + 500);
    expect(await portalOf('teacher')).not.toMatch(/pour « Tout de suite »/);
    host.clock.advance(HOUR);
    expect(await portalOf('teacher')).toMatch(/CM1 : 2 travaux à corriger .*1 pour « Tout de suite »/);
  });

  test.each([90, 30])(
    'P17 what came and was done while the clock was %i days ahead is there when it is right',
    async (days) => {
      const newsOf = async (role: Role): Promise<number> =>
        Number(/(\d+) nouveautés? Fichiers/.exec(await portalOf(role))?.[1]);
      // « Pas encore » is visible by then, also where the test above is left out.
      host.clock.advance(2 * HOUR);
      const before = await newsOf('classmate');
      const records = await sampleRecords();
      const right = host.clock.now();
      const noDue = { dueOn: '', dueAt: '' };
      host.clock.advance(days * 24 * HOUR);
      await host.host.clockGuard.heldUntil();
      const login = `lila${days}`;
      await applyRecords(host, [
        ...records,
        person(login, 'pupil', SCHOOL, 'Lila', 'Morel'),
        member(SCHOOL, 'cm1', login),
      ]);
      const [begun, given] = [`Les volcans ${days}`, `Les séismes ${days}`];
      const workId = await postWork({ host }, { ...noDue, title: begun });
      const toDo = await postWork({ host }, { ...noDue, title: given });
      const pupils = [
        { logIn: () => host.as('pupil'), page: partPath(workId, ines) },
        { logIn: () => host.asLogin(login), page: partPath(workId, await host.ids.login(login)) },
      ];
      for (const { logIn, page } of pupils) {
        const pupil = logIn();
        await pupil.post(page).form({ action: 'start' }).expect(303);
        await pupil.post(page).form({ action: 'handIn', word: 'Voici mon Etna' }).expect(303);
      }

      host.clock.set(new Date(right.getTime() + HOUR));
      await host.host.clockGuard.heldUntil();
      const isThere = async (): Promise<void> => {
        for (const { logIn, page } of pupils) {
          const pupil = logIn();
          await pupil.get('/works').expect(200, new RegExp(begun)).expect(200, new RegExp(given));
          await pupil.get(page).expect(200, /Voici mon Etna/);
          await pupil.get('/own').expect(200);
          await pupil.get('/../').expect(200);
        }
        expect(await newsOf('classmate')).toBe(before + 2);
      };
      await isThere();
      // Also when the teacher saves it as the form shows it, and gives back what was handed in.
      const { text } = await host.as('teacher').get(`/works/${toDo}/edit`).expect(200);
      const valueOf = (name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1] ?? '';
      const form = {
        ...WORK_FORM,
        ...noDue,
        title: given,
        do: 'handOut',
        visibleOn: valueOf('visibleOn'),
        version: valueOf('version'),
      };
      await host.as('teacher').post(`/works/${toDo}/edit`).form(form).expect(303);
      await isThere();
      const [work] = await db.repository(WorkRow).find({ where: { id: toDo } });
      expect(work?.visibleFrom.getTime()).toBeLessThanOrEqual(host.clock.now().getTime());
      expect(work?.changedAt.getTime()).toBeLessThanOrEqual(host.clock.now().getTime());
      await applyRecords(host, records);
    },
  );
});
