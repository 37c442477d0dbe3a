// SPDX-License-Identifier: EUPL-1.2
import { TILLEULS } from '../a11y/sample-host.js';
import { inventedFile } from '../envole-box/index.js';
import { readZip } from '../integration/read-zip.js';
import { DriveUser } from './drive-user.js';
import { openRoom, type Room, type RoomOptions } from './open-room.js';
import type { ChosenFile, VisitorOptions } from './visitor.js';

const NOW = new Date('2026-11-24T08:40:00Z');
const TITLE = 'Les volcans, questions';
const TEXT = 'Lis le texte. Réponds aux cinq questions par une phrase.';
const ANSWER = 'Deux belles phrases, Inès. Regarde la correction du numéro 4.';

const VOLCANOES = chosen('Les volcans.pdf', 'application/pdf');
const QUESTIONS = chosen('Questions.odt', 'application/vnd.oasis.opendocument.text');
const PHOTO = chosen('Ma page.png', 'image/png');
const SHEET = chosen('Mes réponses.odt', 'application/vnd.oasis.opendocument.text');
const CORRECTED = chosen('Correction.pdf', 'application/pdf');

/**
 * The story of files, from the first one of a class to the next school year. Each test continues from the state that the previous one left.
 */
export function files(options: Pick<RoomOptions, 'startStack' | 'launch'>): void {
  let room: Room;
  let claire: DriveUser;
  let jade: DriveUser;
  let ines: DriveUser;
  let noe: DriveUser;
  let sophie: DriveUser;
  let elodie: DriveUser;
  let ofClass: string;
  let work: string;
  let partOfInes: string;

  const enter = async (login: string, options: VisitorOptions = {}): Promise<DriveUser> =>
    new DriveUser(await room.visitor(login, options), TILLEULS);

  beforeAll(async () => {
    room = await openRoom({ ...options, javaScriptEnabled: true, now: NOW }, {});
    [claire, jade, ines, noe, sophie, elodie] = await Promise.all([
      enter('claire.vuillemin'),
      enter('jade.courtot', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }),
      enter('ines.renaud', { javaScriptEnabled: false }),
      enter('noe.vernier'),
      enter('sophie.renaud'),
      enter('elodie.vernier'),
    ]);
  }, 120_000);
  afterAll(() => room?.stop());

  test('a teacher ticks and moves two files of the class with the keyboard alone', async () => {
    await claire.open('/');
    ofClass = claire.path;
    await claire.makeFolder('Sciences');
    await claire.open(ofClass);
    await claire.put(VOLCANOES, QUESTIONS);
    await claire.open(ofClass);
    await claire.tickByKeys(VOLCANOES.name, QUESTIONS.name);
    await claire.enterBy('Déplacer');
    expect(await claire.read()).toMatch(/Déplacer 2 éléments .*Les volcans\.pdf/);
    await claire.enterBy('Sciences');
    expect(await claire.read()).toContain('Rien ne change : les mêmes personnes qu’avant.');
    await claire.enterBy('Déplacer 2 éléments');
    expect(await claire.read()).toContain('2 éléments déplacés dans « Sciences ».');
    await claire.open(ofClass);
    await claire.follow('Sciences');
    expect(await claire.listed()).toEqual([VOLCANOES.name, QUESTIONS.name]);
  });

  test('the form of a work says at once what handing it out does, and makes no work', async () => {
    await claire.open('/works');
    await claire.follow('Donner un travail');
    const said = (words: string): Promise<void> => claire.page.getByRole('button', { name: words }).waitFor();
    await said('Donner aux 24 élèves');
    await claire.page.getByRole('radio', { name: /^Je choisis/ }).check();
    await said('Donner à 0 élève');
    await claire.page.getByRole('checkbox', { name: 'Inès Renaud' }).check();
    await said('Donner à 1 élève');
    expect(await claire.page.locator('.file-share-effect').innerText()).toMatch(/élève le trouve sur son accueil\s+1/);
    await claire.open('/works');
    expect(await claire.read()).toContain('Aucun travail en cours');
  });

  test('the teacher hands a work out with the keyboard alone, with a file of the class and one of their device', async () => {
    await claire.open('/works');
    await claire.enterBy('Donner un travail');
    // The choices of the test before.
    await claire.page.getByRole('button', { name: 'Donner à 1 élève' }).waitFor();
    await claire.page.getByRole('button', { name: 'Jeter ce texte' }).press('Enter');
    await claire.page.getByRole('button', { name: 'Donner aux 24 élèves' }).waitFor();
    await claire.typeInto('Titre', TITLE);
    await claire.typeInto('Consigne', TEXT);
    await claire.enterBy('De mes fichiers (À lire)');
    await claire.enterBy('Sciences');
    await claire.tickByKeys(VOLCANOES.name);
    await claire.enterBy('Ajouter les fichiers cochés');
    expect(await claire.page.getByLabel('Consigne').inputValue()).toBe(TEXT);
    await claire.chooseByKeys('De cet appareil (À compléter)', QUESTIONS);
    await claire.enterBy('Donner aux 24 élèves');
    work = claire.path;
    expect(await claire.read()).toMatch(/Le travail est donné\. .*24 pas encore ouverts/);
  });

  test('a pupil hands in from a phone of 360 px, with a photo', async () => {
    await jade.open('/works');
    await jade.follow(TITLE);
    await jade.press('Commencer');
    expect(await jade.read()).toContain(QUESTIONS.name);
    await expectStoppedSending(jade);
    await jade.page.reload();
    // The host keeps the typed word for the page with the photo. On a computer that pupils share, nothing of it is in the browser.
    await jade.page.getByLabel('Écris un mot').fill('Voilà ma page.');
    // While the photo is being sent, the pupil presses « Rendre », which would interrupt the upload.
    await jade.page.evaluate(() => {
      document.addEventListener('change', ({ target }) => {
        if ((target as HTMLInputElement).type !== 'file') return;
        document.querySelector<HTMLButtonElement>('[formaction*="do=handIn"]')?.click();
      });
    });
    const loaded = jade.page.waitForEvent('load');
    await jade.page.getByLabel('Prendre une photo').setInputFiles(PHOTO);
    await loaded;
    expect(await jade.read()).toMatch(/1 fichier bien arrivé/);
    expect(await jade.page.getByLabel('Écris un mot').inputValue()).toBe('Voilà ma page.');
    expect(await onDevice(jade)).toBe(0);
    expect(await jade.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await jade.press('Rendre ce fichier');
    expect(await jade.read()).toMatch(/C’est rendu, bravo !.*Bien arrivé à .*Ma page\.png/);
  });

  test('a pupil hands in without JavaScript, with the keyboard alone', async () => {
    await ines.open('/works');
    await ines.enterBy(`Ouvrir ${TITLE}`);
    partOfInes = ines.path;
    await ines.enterBy('Commencer');
    await ines.chooseByKeys('Ajouter un fichier', SHEET);
    await ines.enterBy('Ajouter');
    await ines.typeInto('Écris un mot', 'J’ai tout fini !');
    await ines.enterBy('Rendre ce fichier');
    expect(await ines.read()).toMatch(/C’est rendu, bravo !.*Mes réponses\.odt/);
  });

  test('T7: another pupil and the parent of another one find neither the part nor its files', async () => {
    for (const person of [noe, elodie, jade]) expect(await person.open(partOfInes)).toBe(404);
    expect(await sophie.open(partOfInes)).toBe(200);
    expect(await sophie.read()).toContain('Inès a rendu 1 fichier. Vous le lirez quand il sera corrigé.');
  });

  test('the teacher reminds the others, and a third pupil finds the work first on the portal', async () => {
    await claire.open(work);
    expect(await claire.read()).toMatch(/2 rendus .*22 n’ont pas encore rendu/);
    await claire.press('Le rappeler à ces 22 élèves');
    expect(await claire.read()).toContain('Le travail est rappelé à 22 élèves.');
    await noe.page.goto(`/s/${TILLEULS}/`);
    expect(await noe.read()).toContain(TITLE);
    await noe.follow(/Ouvrir|Commencer|Les volcans/);
    expect(await noe.page.locator('h1').innerText()).toBe(TITLE);
    await noe.open('/works');
    expect(await noe.read()).toContain('On te le rappelle.');
  });

  test('the teacher takes all that was handed in, in a folder a pupil', async () => {
    await claire.open(work);
    const { name, path } = await claire.save(/^Tout télécharger/);
    expect(name).toBe(`${TITLE}.zip`);
    const taken = await readZip(path);
    // Neither has changed the sheet of the teacher, nor ticked it.
    const expected = [
      ['Courtot Jade', PHOTO],
      ['Renaud Inès', SHEET],
    ] as const;
    expect([...taken.keys()].sort()).toEqual(expected.map(([pupil, file]) => `${pupil}/${file.name}`).sort());
    for (const [pupil, file] of expected) expect(taken.get(`${pupil}/${file.name}`)).toBe(file.buffer.toString());
  });

  test('the teacher gives back with a word and a file, and the guardian reads it', async () => {
    await claire.open(work);
    await claire.follow('Corriger Inès Renaud');
    expect(await claire.read()).toContain('J’ai tout fini !');
    await claire.page.getByLabel('Un mot pour Inès').fill(ANSWER);
    await claire.press('Joindre un fichier corrigé');
    // The ticks are kept for the page with the file.
    await claire.page.getByRole('radio', { name: /^Corrigé/ }).check();
    await claire.page.getByLabel('Vos fichiers corrigés').setInputFiles(CORRECTED);
    await claire.page.getByText('1 fichier ajouté').waitFor();
    await claire.press('Redonner et passer à Jade');
    expect(await claire.read()).toMatch(/La correction est donnée à Inès.*1 sur 2.*Jade/);

    await sophie.open('/works');
    await sophie.follow('Voir la correction');
    expect(await sophie.read()).toContain(ANSWER);
    expect(await sophie.read()).not.toContain('Jade');
    expect(await sophie.bytesOf(/^Correction\.pdf/)).toEqual(CORRECTED.buffer);
    await ines.open(partOfInes);
    expect(await ines.read()).toContain(ANSWER);
  });

  test('F15: a word that is typed when a photo is chosen too late is among the kept texts, and in its field when the work opens again', async () => {
    const word = 'Ma règle est cassée.';
    const choosePhoto = async (): Promise<string> => {
      const loaded = jade.page.waitForEvent('load');
      await jade.page.getByLabel('Prendre une photo').setInputFiles(PHOTO);
      await loaded;
      expect(await onDevice(jade)).toBe(0);
      return jade.read();
    };
    const ending = async (press: string): Promise<void> => {
      await claire.open(geometry);
      await claire.page.evaluate((value) => {
        return fetch(location.href, { method: 'POST', body: new URLSearchParams({ do: value }) });
      }, press);
    };
    const geometry = await handOutInThreeClicks(claire, 'Géométrie');
    await jade.open('/works');
    await jade.follow('Géométrie');
    const part = jade.path;
    const field = jade.page.getByLabel('Écris un mot');

    // The field of a refused form shows a word that the server has not stored.
    const long = `${word} `.repeat(120).trim();
    await field.fill(long);
    await jade.press('Rendre');
    expect(await jade.read()).toContain('Ton mot est trop long');
    expect(await choosePhoto()).toMatch(/Ma page\.png.*Ton mot est trop long/);
    expect(await field.inputValue()).toBe(long);

    await field.fill(word);
    await ending('close');
    expect(await choosePhoto()).toMatch(/ne se rend plus ici/);
    await jade.page.goto('/textes-gardes');
    expect(await jade.read()).toContain(word);

    await ending('reopen');
    await jade.open(part);
    expect(await field.inputValue()).toBe(word);
    const other = await jade.page.context().newPage();
    await other.goto(jade.page.url());
    await other.getByLabel('Écris un mot').fill('Fini.');
    await other.getByRole('button', { name: /^Rendre/ }).click();
    await other.getByText('C’est rendu').first().waitFor();
    await other.close();
    await jade.press(/^Rendre/);
    expect(await jade.read()).toMatch(/Ton mot n’est pas parti.*Ma règle est cassée/);
    await jade.press('Changer ce travail');
    expect(await field.inputValue()).toBe(`Fini.\n\n${word}`);
  });

  test('without script, a work is handed out with a file in three clicks as well', async () => {
    const plain = await enter('claire.vuillemin', { javaScriptEnabled: false });
    await handOutInThreeClicks(plain, 'Symétrie');
  });

  test('on 1 August the year turns and nothing is lost: the teacher reads last year’s class and copies from it', async () => {
    room.clock.set('2027-08-01T08:00:00Z');
    await room.host.jobs.runDue();
    await claire.open('/last-year');
    expect(await claire.read()).toMatch(/CM1-CM2, 2026-2027 .*2 fichiers/);
    await claire.follow('Ouvrir les fichiers de CM1-CM2');
    await claire.follow('Sciences');
    expect(await claire.download(VOLCANOES.name)).toEqual(VOLCANOES.buffer);
    await claire.tickByKeys(VOLCANOES.name);
    await claire.press('Copier');
    await claire.press(/^Mes fichiers/);
    await claire.press('Copier 1 élément');
    expect(await claire.read()).toContain('1 élément copié dans « Mes fichiers ».');
    await claire.open('/own');
    expect(await claire.download(VOLCANOES.name)).toEqual(VOLCANOES.buffer);

    await claire.open(work);
    expect(await claire.read()).toMatch(/2 ont rendu .*Inès Renaud/);
    await ines.open(partOfInes);
    expect(await ines.read()).toContain(ANSWER);
    await sophie.open(partOfInes);
    expect(await sophie.bytesOf(/^Correction\.pdf/)).toEqual(CORRECTED.buffer);
  });
}

/** Hands out a work with a file, from the page of works; "back" then leads to the work, and begins no second one. @returns its address */
async function handOutInThreeClicks(teacher: DriveUser, title: string): Promise<string> {
  const { page } = teacher;
  await teacher.open('/works');
  await teacher.follow('Donner un travail');
  await page.getByLabel('Titre').fill(title);
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('De cet appareil (À lire)').click();
  await (await chooser).setFiles([VOLCANOES]);
  await teacher.press('Donner aux 24 élèves');
  const given = teacher.path.replace(/\?.*/, '');
  expect(await teacher.read()).toMatch(/Le travail est donné\..*Les volcans\.pdf/);
  await page.goBack();
  expect([teacher.path, await teacher.read()]).toEqual([given, expect.stringContaining('Ce travail est déjà donné.')]);
  return given;
}

/** The number of things that the pages keep on the device. */
function onDevice({ page }: DriveUser): Promise<number> {
  return page.evaluate(() => localStorage.length + sessionStorage.length);
}

function chosen(name: string, mimeType: string): ChosenFile {
  return { name, mimeType, buffer: inventedFile([name, 40]).content };
}

/**
 * Expects that an upload that a pupil stops, as by the button of the browser, leaves the buttons usable: no press of a double click goes
 * through, and a press after a pause works. The browser stops the upload here, so that it does not end before the presses.
 */
async function expectStoppedSending({ page }: DriveUser): Promise<void> {
  const press = (details: number[]): Promise<boolean[]> =>
    page.evaluate((all) => {
      return all.map((detail) => {
        const click = new MouseEvent('click', { detail, bubbles: true, cancelable: true });
        let isHeld = false;
        const note = (event: Event): void => {
          isHeld = event.defaultPrevented;
          event.preventDefault();
        };
        window.addEventListener('click', note, { once: true });
        document.querySelector('[formaction*="do=handIn"]')?.dispatchEvent(click);
        return isHeld;
      });
    }, details);
  await page.evaluate(() => document.addEventListener('change', () => window.stop(), { once: true }));
  await page.getByLabel('Prendre une photo').setInputFiles(PHOTO);
  // Taps of a finger have a detail of 1 each.
  expect(await press([1, 2, 1])).toEqual([true, true, true]);
  const pressedAt = await page.evaluate(() => performance.now());
  expect(await page.locator('[data-adding]').innerText()).toBe(
    'Ton fichier n’est pas encore parti. Si tu touches encore, il ne partira pas.',
  );
  await page.waitForFunction((since) => performance.now() - since > 1000, pressedAt);
  expect(await press([1])).toEqual([false]);
}
