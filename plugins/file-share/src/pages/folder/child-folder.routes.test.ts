// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { driveSteps } from '../../testing/start/drive-links-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

/** The tiles of a page: what each says. */
function tilesOf(html: string): string[] {
  const tiles = [...html.matchAll(/<a class="v-pic [^]*?<\/a>/g)];
  return tiles.map(([tile]) =>
    tile
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe.each(drives)('the class of a pupil on $name', ({ drive }) => {
  const { host, tables, storage } = drive;
  const { folder, file } = driveSteps(host);
  const group = `/groups/${host.ids.cm1}`;
  const pupil = host.as('pupil');
  const teacher = host.as('teacher');
  const readers = (id: string, form: Readonly<Record<string, string>>) =>
    teacher.post(`/nodes/${id}/readers`).form(form).expect(303);

  test('is made of pictures, without ticks, orders, types and sizes; a tile names its readers where they are not the class', async () => {
    const science = await folder('teacher', group, 'Sciences');
    await folder('teacher', `/folders/${science}`, 'Sortie géologie');
    await readers(science, { readers: 'pupils' });
    await folder('teacher', group, 'Pour les familles');
    const box = await folder('teacher', group, 'Dépose ta recherche');
    await readers(box, { readers: 'teachers', pupilsAdd: 'true' });
    const { text } = await pupil
      .get(group)
      .expect(200, /<h1>Ma classe<\/h1><p>CM1, avec Paul Droz et Claire Vuillet\.</);
    expect(tilesOf(text)).toEqual([
      'Dépose ta recherche Pour Paul Droz et Claire Vuillet, pas pour la classe',
      'Pour les familles Tes parents voient aussi',
      'Sciences',
      'Mes fichiers Personne d’autre ne les voit',
    ]);
    expect(text).toMatch(/href="#pic-sciences"[^]*Le reste\u00a0: toute la classe le voit\./);
    await pupil
      .get(`/folders/${science}`)
      .expect(200, /href="#pic-sciences"[^]*Sortie géologie/)
      .expectNot(/#pic-history/);
    expect(text).not.toMatch(/<table|type="checkbox"|order=|Boîte de dépôt|au plus|<progress value/);
    await host
      .as('guardian')
      .get(group)
      .expect(200, /<h1>Fichiers<\/h1>[^]*<table/);
    await pupil
      .get('/own')
      .expect(200, /<h1>Mes fichiers<\/h1>/)
      .expectNot(/au plus par fichier<|octets? pris/);
  });

  test('a folder leads back, and what a pupil put into an open one is theirs to remove, by its tile and nobody else’s', async () => {
    const open = await folder('teacher', group, 'Nos récoltes');
    await readers(open, { readers: 'pupils', pupilsAdd: 'true' });
    const path = `/folders/${open}`;
    await file('teacher', path, 'Consigne.pdf');
    await file('pupil', path, 'photo.png');
    await file('classmate', path, 'dessin.png');
    const { text } = await pupil.get(path).expect(200, /Ma classe<\/a>[^]*<h1>Nos récoltes<\/h1>/);
    expect(tilesOf(text)).toEqual(['Consigne.pdf Claire Vuillet', 'dessin.png Zoé Girardet', 'photo.png Toi']);
    const forms = [...text.matchAll(/name="ids" value="([^"]+)"[^]*?Enlever<span[^>]*> ([^<]+)/g)];
    expect(forms.map(([, , name]) => name)).toEqual(['photo.png']);
    await pupil
      .post('/picked')
      .form({ ids: forms[0]?.[1] ?? '', action: 'trash' })
      .expect(303);
    await pupil
      .get(path)
      .expect(200)
      .expectNot(/v-pic-name">photo/);
  });

  test('their own files are tiles, too, without the words of a table; each can be renamed, moved and thrown away', async () => {
    const box = await folder('pupil', '/own', 'Volcans');
    await file('pupil', `/folders/${box}`, 'lave.png');
    const { text } = await pupil
      .get('/own')
      .expect(200, /<h1>Mes fichiers<\/h1>[^]*Personne d’autre que toi[^]*Nom du dossier[^]*Tout télécharger/);
    expect(tilesOf(text)).toEqual(['Volcans']);
    expect(text).not.toMatch(/<table|type="checkbox"|order=|Changé|Taille|>Toi</);
    expect(text).toMatch(new RegExp(`nodes/${box}"[^]*Renommer, ranger`));
    const { text: page } = await pupil
      .get(`/nodes/${box}`)
      .expect(200, /Nouveau nom/)
      .expectNot(/Taille/);
    expect(page).toContain(`action=move&amp;ids=${box}`);
    await pupil.get(`/picked?action=move&ids=${box}`).expect(200);
    const inside = await pupil.get(`/folders/${box}`).expect(200, /Mes fichiers<\/a>[^]*<h1>Volcans<\/h1>/);
    expect(tilesOf(inside.text)).toEqual(['lave.png']);
    await pupil.post('/picked').form({ ids: box, action: 'trash' }).expect(303);
    await pupil.get('/own').expect(200, /Dépose un premier fichier[^]*Ma corbeille/);
  });

  test('shows the works to do above the folders, the one to be done again first', async () => {
    const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
    const { id } = await giveWork({ groupId: host.ids.cm1, title: 'Fractions, feuille 3' }, tools);
    const works = new RegExp(`Tes travaux[^]*Fractions, feuille 3[^]*${id}[^]*Tous tes travaux[^]*Dans la classe`);
    await pupil.get(group).expect(200, works);
    await host
      .as('pupilOfOtherClass')
      .get(`/groups/${host.ids.cm2}`)
      .expect(200)
      .expectNot(/Fractions/);
  });
});
