// SPDX-License-Identifier: EUPL-1.2
import { sampleSchools } from '../sample/sample-people.js';
import { readWords } from '../read-words.js';
import type { StoryOptions } from '../story-options.js';

const [TILLEULS = '', MOULIN = '', TROIS_RIVIERES = ''] = sampleSchools.map(({ uai }) => uai);

/** Each school has messages, and nothing is left to do. @param story as `fillWeek` left it */
export async function expectWeek({ host, url, clock, now }: StoryOptions & { clock: { now(): Date } }): Promise<void> {
  const read = (login: string, uai: string, path = ''): Promise<string> =>
    readWords(host, url, login, `/s/${uai}/messaging/${path}`);
  expect(clock.now()).toEqual(now);
  const inbox = await read('claire.vuillemin', TILLEULS);
  expect(inbox).toContain('L’anniversaire d’Inès');
  // This message was written in the evening, and arrived when the quiet hours were over.
  expect(inbox).toContain('7 h');
  expect(await read('claire.vuillemin', TILLEULS, 'reviews')).toContain('ton livre sur l’Etna demain');
  expect(await read('ines.renaud', TILLEULS)).not.toContain('Etna');
  expect(await read('hugo.mercier', TILLEULS)).not.toContain('dragon');
  expect(await read('marco.dangelo', MOULIN)).toContain('Classe découverte');
  expect(await read('sophie.renaud', TROIS_RIVIERES)).toContain('Rencontre parents-professeurs');
  expect(await read('sophie.renaud', TILLEULS, 'search?q=musee')).toContain('Sortie au musée');
  expect(await host.jobs.runDue()).toEqual([]);
}
