// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';

import { MOULIN, startSampleHost, TILLEULS, TROIS_RIVIERES } from '../../a11y/sample-host.js';
import { freePort } from '../../services/free-port.js';
import { beginningOfLastYear, beginningOfThisYear, readNewYear } from '../livret/fill-livret.js';
import { startEnvoleBox, type EnvoleBox } from '../start-envole-box.js';
import { Visits } from '../week/visits.js';
import { DRIVE } from './drive-steps.js';
import { fillDrive, fillLastYearsDrive } from './fill-drive.js';

const now = new Date('2026-11-24T08:40:00Z');

describe('folders and works before a Tuesday', () => {
  const clock = new TestClock();
  let folder: string;
  let url: string;
  let envole: EnvoleBox;
  let host: Host;

  beforeAll(async () => {
    folder = await mkdtemp(join(testFolder(), 'volee-drive-'));
    url = `http://127.0.0.1:${await freePort()}`;
    envole = await startEnvoleBox();
    clock.set(beginningOfLastYear(now));
    host = await startSampleHost({ folder, url, clock, ...envole }, { hasLastYear: true });
    await host.activations.enable(TROIS_RIVIERES, DRIVE, 'cli');
    await fillLastYearsDrive({ host, url, clock, now });
    clock.set(beginningOfThisYear(now));
    await readNewYear(host);
    await host.jobs.runDue();
    await fillDrive({ host, url, clock, now });
  }, 180_000);

  afterAll(async () => {
    await host?.stop();
    await envole?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The words of a page. */
  async function read(login: string, path = '', uai = TILLEULS): Promise<string> {
    const person = await host.directory.personByLogin('ldap', login);
    const page = await new Visits(host, url).open(person?.id ?? '', `/s/${uai}/${DRIVE}/${path}`);
    return (/<main[^]*<\/main>/.exec(page)?.[0] ?? '').replace(/<svg[^]*?<\/svg>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  }

  test('a class has folders and a work in each state, and its teacher finds those of last year', async () => {
    expect(clock.now()).toEqual(now);
    const { id } = (await host.directory.currentGroups(TILLEULS)).find(({ name }) => name === 'CM1-CM2') ?? { id: '' };
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
    expect(await read('claire.vuillemin', 'last-year')).toMatch(
      /CM1-CM2, 2025-2026 .*6 fichiers.*Exposé sur un métier/,
    );
  });

  test('the other two schools have folders of their own, and the collège a work', async () => {
    const groupOf = async (uai: string, wanted: string): Promise<string> =>
      (await host.directory.currentGroups(uai)).find(({ name }) => name === wanted)?.id ?? '';
    expect(await read('odile.ravier', `groups/${await groupOf(MOULIN, 'CM2')}`, MOULIN)).toMatch(
      /Classe découverte 3 fichiers/,
    );
    expect(await read('cecile.jeannin', 'school', MOULIN)).toMatch(/Horaires et cantine/);
    expect(await read('jules.renaud', `groups/${await groupOf(TROIS_RIVIERES, '6e A')}`, TROIS_RIVIERES)).toMatch(
      /Français Ta classe et les familles/,
    );
    expect(await read('jules.renaud', 'works', TROIS_RIVIERES)).toMatch(/Invente un monstre/);
  });
});
