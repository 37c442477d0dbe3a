// SPDX-License-Identifier: EUPL-1.2
import { readWords } from '../read-words.js';
import { sampleSchools } from '../sample/sample-people.js';
import type { StoryOptions } from '../story-options.js';
import { LIVRET } from './livret-steps.js';

const [TILLEULS = '', , TROIS_RIVIERES = ''] = sampleSchools.map(({ uai }) => uai);

/** Two years of livrets are there. @param story as `fillThisYear` left it */
export async function expectTwoYears({ host, url }: Pick<StoryOptions, 'host' | 'url'>): Promise<void> {
  const read = (login: string, uai: string, path = ''): Promise<string> =>
    readWords(host, url, login, `/s/${uai}/${LIVRET}/${path}`);
  expect((await read('jules.renaud', TROIS_RIVIERES)).match(/trimestre de CM2/g)).toHaveLength(3);
  expect(await read('claire.vuillemin', TILLEULS)).toContain('20 bilans complets sur 24');
  expect(await read('mathieu.grosjean', TILLEULS, 'board')).toContain('8 signés sur 8');
}
