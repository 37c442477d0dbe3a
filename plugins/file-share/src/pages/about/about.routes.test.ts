// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, SCHOOL, type Role } from '@volee/core-adapter/testing';
import { driveSteps, linkTo } from '../../testing/start/drive-links-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { PICK_PATH } from '../../paths.js';
import { NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { trashNodes } from '../../domain/tree/trash-nodes.js';
import { renameNode } from '../../domain/tree/rename-node.js';

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

/** Names as a person may type or send them, and the names that they become. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ['../../etc/passwd', /^\.\. \.\. etc passwd$/],
  ['..\\..\\boot.ini', /^\.\. \.\. boot\.ini$/],
  ['%2e%2e%2fsecret', /^%2e%2e%2fsecret$/],
  ['nul\u0000octet', /^nul octet$/],
  ['CON', /^_CON$/],
  ['lpt1.txt', /^_lpt1\.txt$/],
  ['points... ', /^points$/],
  ['\u202egpj.exe', /^gpj\.exe$/],
  ['🌋'.repeat(200), /^🌋{200}$/u],
  ['x'.repeat(300), /^x{200}$/],
];

/** The first bytes of a PNG, by which its type is known. */
const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from([0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.alloc(17),
]);

describe.each(drives)('the page about a folder or file on $name', ({ name, drive: { host, tables } }) => {
  const testOnce = onceInQuickRun({ name });
  const { folder, file } = driveSteps(host);
  const teacher = host.as('teacher');
  const nameOf = async (id: string): Promise<string> => {
    const { text } = await teacher.get(`/nodes/${id}`).expect(200);
    return /<input[^>]*name="name"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '';
  };

  testOnce.each(NAMES)('F1: a folder is made, renamed and filled under a name such as %j', async (typed, stored) => {
    const id = await folder('teacher', '/own', `avant ${NAMES.findIndex(([name]) => name === typed)}`);
    await teacher.post(`/nodes/${id}/rename`).form({ name: typed }).expect(303);
    expect(await nameOf(id)).toMatch(stored);
    await teacher.post(`/folders/${id}/folders`).form({ name: typed }).expect(303);
    // A NUL in the head of a form makes the form malformed.
    const hasNul = typed.includes('\0');
    const { status } = await teacher.post(`/folders/${id}/files`).files({ [typed]: 'x' });
    expect(status).toBe(hasNul ? 400 : 303);
    const { text } = await teacher.get(`/folders/${id}`).expect(200);
    expect(text.match(/type="checkbox" name="ids"/g)).toHaveLength(hasNul ? 1 : 2);
    expect(text.includes('\0') || text.includes('\u202e')).toBe(false);
  });

  testOnce('F1: an uploaded file gets a name that every system keeps', async () => {
    const into = await folder('teacher', '/own', 'reçus');
    for (const name of ['a<b>.txt', 'fin... ', '??']) {
      await teacher
        .post(`/folders/${into}/files`)
        .files({ [name]: name })
        .expect(303);
    }
    const { text } = await teacher.get(`/folders/${into}`).expect(200);
    const names = [...text.matchAll(/data-kind="[a-z]+" href="[^"]+"><span>([^<]*)/g)].map(([, name]) => name);
    expect(names).toEqual(['a b .txt', 'fichier', 'fin']);
  });

  test('F1: names that differ by case or by the writing of an accent are the same', async () => {
    const [one, other] = [await folder('teacher', '/own', 'École'), await folder('teacher', '/own', 'Maison')];
    for (const name of ['école', 'E\u0301cole', 'ÉCOLE ']) {
      await teacher
        .post(`/nodes/${other}/rename`)
        .form({ name })
        .expect(409, /contient déjà quelque chose de ce nom[^]*/);
    }
    await teacher.post(`/nodes/${one}/rename`).form({ name: 'ÉCOLE' }).expect(303);
    expect(await nameOf(one)).toBe('ÉCOLE');
  });

  testOnce('a name that is refused is shown again, with the reason and as typed', async () => {
    const id = await file('teacher', '/own', 'Leçon 4.pdf');
    await teacher
      .post(`/nodes/${id}/rename`)
      .form({ name: ' .. ' })
      .expect(400, /Il manque un nom[^]*|value=" \.\. "/);
    await file('teacher', '/own', 'Leçon 5.pdf');
    const { text } = await teacher.post(`/nodes/${id}/rename`).form({ name: 'leçon 5' }).expect(409);
    expect(text).toMatch(/value="leçon 5"/);
    await teacher.post(`/nodes/${id}/rename`).form({ name: 'Leçon 6' }).expect(303);
    expect(await nameOf(id)).toBe('Leçon 6.pdf');
  });

  test('of two that give the same name at once, one does', async () => {
    const ids = [await folder('teacher', '/own', 'un'), await folder('teacher', '/own', 'deux')];
    const answers = await Promise.all(ids.map((id) => teacher.post(`/nodes/${id}/rename`).form({ name: 'le même' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  testOnce(
    'a name that is given while the file goes into the trash is refused, and the trash keeps its order',
    async () => {
      const db = tables(SCHOOL);
      const nodes = db.repository(NodeRow);
      const id = await file('teacher', '/own', 'Brouillon.txt');
      const node = await nodes.findOne({ where: { id } });
      if (!node) throw new Error('The upload has no row.');
      await changeSpaces([node.spaceId], () => trashNodes([node], { db, clock: host.clock }), { db });
      await expect(renameNode(node, 'Copie propre', { db })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await nodes.findOne({ where: { id } })).toMatchObject({ name: 'Brouillon.txt', foldedName: id });
    },
  );

  test('F4: a page shows a file by its bytes, between its neighbours by name; a name that announces something else is told', async () => {
    const into = await folder('teacher', `/groups/${host.ids.cm1}`, 'Le Vésuve');
    const contents = {
      'a.png': PNG,
      'B.txt': 'Une <b>coulée</b>',
      'c.png': 'du texte',
      'd.bin': Buffer.from([0, 1, 2, 0]),
    };
    await teacher.post(`/folders/${into}/files`).files(contents).expect(303);
    const { text: list } = await host.as('pupil').get(`/folders/${into}`).expect(200);
    const at = (named: string): string => linkTo(list, named);
    expect(at('d.bin')).toMatch(/^\/files\//);
    const shown = async (named: string): Promise<{ readonly text: string }> =>
      host.as('pupil').get(at(named).replace('/files/', '/nodes/')).expect(200);
    const [picture, plain, other, unknown] = await Promise.all(['a.png', 'B.txt', 'c.png', 'd.bin'].map(shown));
    expect(picture?.text).toMatch(/<img src="[^"]*\/files\/[^"]*\?shown=true" alt="a\.png"/);
    expect(picture?.text).toMatch(/rel="next">[^]*?B\.txt/);
    expect(picture?.text).not.toContain('rel="prev"');
    expect(plain?.text).toMatch(/rel="prev">[^]*?a\.png[^]*rel="next">[^]*?c\.png[^]*<pre>Une &lt;b>coulée/);
    expect(other?.text).toMatch(/c’est un texte\u00a0: le voici[^]*<pre>du texte/);
    expect(unknown?.text).toMatch(/Télécharger/);
    expect(unknown?.text).not.toContain('v-preview');
  });

  test('a pupil passes to no file of another pupil in a drop box, and a head sees nothing of one before the click', async () => {
    const box = await folder('teacher', `/groups/${host.ids.cm1}`, 'À rendre');
    await teacher.post(`/nodes/${box}/readers`).form({ readers: 'teachers', pupilsAdd: 'true' }).expect(303);
    const pupils = [host.as('pupil'), host.as('classmate')];
    for (const [at, pupil] of pupils.entries()) {
      await pupil
        .post(`/folders/${box}/files`)
        .files({ [`${at}.txt`]: `mot ${at}` })
        .expect(303);
    }
    const { text } = await teacher.get(`/folders/${box}`).expect(200);
    const [first, second] = ['0.txt', '1.txt'].map((name) => linkTo(text, name));
    await teacher.get(first ?? '').expect(200, /rel="next">[^]*?1\.txt[^]*<pre>mot 0/);
    await host
      .as('pupil')
      .get(first ?? '')
      .expect(200, /<pre>mot 0/)
      .expectNot(/1\.txt|rel="next"/);
    await host
      .as('pupil')
      .get(second ?? '')
      .expect(404);
    await host
      .as('head')
      .get(first ?? '')
      .expect(200, /Télécharger/)
      .expectNot(/mot 0|v-preview/);
  });

  testOnce('a folder below the twentieth is refused', async () => {
    let id = await folder('teacher', '/own', 'niveau 1');
    for (let level = 2; level < 20; level += 1) id = await folder('teacher', `/folders/${id}`, `niveau ${level}`);
    await teacher.post(`/folders/${id}/folders`).form({ name: 'trop bas' }).expect(400);
  });

  testOnce('the page counts the persons that gain or lose sight of it, before the click', async () => {
    const id = await folder('teacher', `/groups/${host.ids.cm1}`, 'À voir');
    await teacher
      .get(`/nodes/${id}`)
      .expect(
        200,
        /\d+ élèves, \d+ parents, l’équipe enseignante et la direction[^]*Ne verront plus\u00a0: \d+ élèves et/,
      );
    await host
      .as('pupil')
      .get(`/nodes/${id}`)
      .expect(200, /À voir/)
      .expectNot(/name="readers"|name="name"|\d parents/);
    await host
      .as('guardian')
      .get(`/nodes/${id}`)
      .expect(200)
      .expectNot(/name="readers"|name="name"/);
  });

  testOnce('the page moves a file, copies it and puts it into the trash for people who may change it', async () => {
    const ofClass = `/groups/${host.ids.cm1}`;
    const id = await file('teacher', ofClass, 'Lecture.pdf');
    const acts = async (role: Role): Promise<string[]> => {
      const { text } = await host.as(role).get(`/nodes/${id}`).expect(200);
      const links = [...text.matchAll(/[?]action=(move|copy)&/g)].map(([, act]) => act ?? '');
      return text.includes('value="trash"') ? [...links, 'trash'] : links;
    };
    expect(await acts('teacher')).toEqual(['move', 'copy', 'trash']);
    expect(await acts('pupil')).toEqual(['copy']);
    expect(await acts('guardian')).toEqual([]);
    const form = { action: 'trash', ids: id };
    await host.as('guardian').post(PICK_PATH).form(form).expect(403);
    const { headers } = await teacher.post(PICK_PATH).form(form).expect(303);
    expect(headers.get('location')).toMatch(/groups/);
    await teacher
      .get(ofClass)
      .expect(200, /1 élément est dans la corbeille/)
      .expectNot(/>Lecture\.pdf</);
  });

  testOnce('a star is one person’s, and leads from their own space', async () => {
    const id = await file('teacher', `/groups/${host.ids.cm1}`, 'Étoile.pdf');
    await teacher.post(`/nodes/${id}/favourite`).expect(303);
    await teacher.get('/own').expect(200, /Favoris[^]*Étoile\.pdf/);
    await teacher.get(`/groups/${host.ids.cm1}`).expect(200, /Étoile\.pdf<svg[^>]*aria-label="favori"/);
    await host
      .as('teacherInBothSchools')
      .get('/own')
      .expect(200)
      .expectNot(/Étoile/);
    await teacher.post(`/nodes/${id}/favourite`).expect(303);
    await teacher.get('/own').expect(200, /n’est plus dans vos favoris/);
    await teacher
      .get('/own')
      .expect(200)
      .expectNot(/Favoris/);
  });
});
