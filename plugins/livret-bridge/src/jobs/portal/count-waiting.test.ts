// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { acknowledgePath, bilanPath } from '../../paths.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

const { host, tables } = await startLivret();

test('T8 the badge of a guardian counts the bilans of the task on the portal, until each is confirmed', async () => {
  const about = { db: tables(SCHOOL), groupId: host.ids.cm1, pupilId: await host.ids.person('pupil'), marker: 'Bilan' };
  const bilan = await exampleBilan(about, 'published');
  await exampleBilan(about, 'published');
  await exampleBilan(about, 'published');
  await exampleBilan({ ...about, db: tables(OTHER_SCHOOL) }, 'published');
  const counts = async (): Promise<(string | undefined)[]> => {
    const { text } = await host.as('guardian').get('/../').expect(200);
    const words = text.replace(/<svg[^]*?<\/svg>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    return [/(\d) bilans à lire/.exec(words)?.[1], /Livret (\d) /.exec(words)?.[1]];
  };
  expect(await counts()).toEqual(['3', '3']);
  await host.as('guardian').get(bilanPath(bilan.id)).expect(200);
  expect(await counts()).toEqual(['3', '3']);
  const form = { published: bilan.publishedAt?.toISOString() ?? '' };
  await host.as('guardian').post(acknowledgePath(bilan.id)).form(form).expect(303);
  expect(await counts()).toEqual(['2', '2']);
});
