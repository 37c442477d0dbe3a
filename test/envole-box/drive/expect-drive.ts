// SPDX-License-Identifier: EUPL-1.2
import { readWords } from '../read-words.js';
import { sampleSchools } from '../sample/sample-people.js';
import { DRIVE } from './drive-steps.js';
import type { StoryOptions } from '../story-options.js';

const [TILLEULS = '', MOULIN = '', TROIS_RIVIERES = ''] = sampleSchools.map(({ uai }) => uai);

type Story = Pick<StoryOptions, 'host' | 'url'>;

/** Expects folders and a work in each state in a class, and those of last year for its teacher. @param story as `fillDrive` left it */
export async function expectClass(story: Story): Promise<void> {
  const read = readerOf(story);
  const id = await groupOf(story, TILLEULS, 'CM1-CM2');
  const folders = await read('claire.vuillemin', `groups/${id}`);
  expect(folders).toMatch(/À préparer 2 fichiers Enseignants seuls .*Dépose ta recherche ici 3 fichiers Ouvert aux/);
  expect(await read('sophie.renaud', `groups/${id}`)).toMatch(/Pour les familles (?!.*À préparer)/);
  const works = await read('claire.vuillemin', `groups/${id}/works`);
  expect(works).toMatch(/Exposé sur les volcans Jeudi 26 à 16 h 5 rendus sur 24, 1 à corriger/);
  expect(works).toMatch(/Fractions, feuille 3 .*22 rendus sur 24, dont 2 en retard, 21 à corriger/);
  expect(works).toMatch(
    /Plan de la cour Dès lundi 30 .*Poésie à illustrer Brouillon .*Travaux terminés de l’année \(1\)/,
  );
  expect(await read('ines.renaud', 'works')).toMatch(/Reprends le numéro 4/);
  expect(await read('claire.vuillemin', 'last-year')).toMatch(/CM1-CM2, 2025-2026 .*6 fichiers.*Exposé sur un métier/);
}

/** Expects folders in the other two schools, and a work in the collège. */
export async function expectOtherSchools(story: Story): Promise<void> {
  const read = readerOf(story);
  expect(await read('odile.ravier', `groups/${await groupOf(story, MOULIN, 'CM2')}`, MOULIN)).toMatch(
    /Classe découverte 3 fichiers/,
  );
  expect(await read('cecile.jeannin', 'school', MOULIN)).toMatch(/Horaires et cantine/);
  expect(await read('jules.renaud', `groups/${await groupOf(story, TROIS_RIVIERES, '6e A')}`, TROIS_RIVIERES)).toMatch(
    /Français Mes fichiers .*La classe et les familles voient ces dossiers/,
  );
  expect(await read('jules.renaud', 'works', TROIS_RIVIERES)).toMatch(/Invente un monstre/);
}

function readerOf({ host, url }: Story): (login: string, path: string, uai?: string) => Promise<string> {
  return (login, path, uai = TILLEULS) => readWords(host, url, login, `/s/${uai}/${DRIVE}/${path}`);
}

async function groupOf({ host }: Story, uai: string, wanted: string): Promise<string> {
  return (await host.directory.currentGroups(uai)).find(({ name }) => name === wanted)?.id ?? '';
}
