// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { groupSpace, holderOf, ownSpace } from '../space/space-ref.js';
import { exampleFile, exampleFolder } from './example-node-for-tests.js';

const tick = async (about: ExampleAbout): Promise<string> =>
  (await exampleFile(about, await exampleFolder(about, groupSpace(about.groupId)))).id;

export const moveExamples: Readonly<Record<string, Example>> = {
  'GET /picked': async (about) => ({ query: { action: 'copy', ids: await tick(about) } }),
  'GET /picked/take': async (about) => ({ query: { ids: await tick(about) } }),
  'POST /picked': async (about) => ({
    form: { action: 'copy', ids: await tick(about), to: holderOf(ownSpace(about.personId)) },
  }),
};
