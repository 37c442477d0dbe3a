// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import fileShare from './index.js';

const host = await startTestHost({ bricks: [fileShare] });

/** What the heads of both schools read before they switch the brick off. */
async function hangs(role: 'head' | 'headOfOtherSchool', uai: string): Promise<string | undefined> {
  const { text } = await host.as(role).get(`/admin/s/${uai}/bricks?brick=file-share`).expect(200);
  return /\d+ fichiers? \([^)]+\) rest\w+ gardés?, hors de vue/.exec(text.replace(/\u00a0/g, ' '))?.[0];
}

test('T1 the head reads how many files wait in his school, and nothing of another', async () => {
  const space = `/groups/${host.ids.cm1}`;
  await host
    .as('teacher')
    .post(`${space}/files`)
    .files({ 'carte.png': 'x'.repeat(640) })
    .expect(303);
  expect(await hangs('head', SCHOOL)).toBe('1 fichier (640 octets) reste gardé, hors de vue');
  await host
    .as('teacher')
    .post(`${space}/files`)
    .files({ 'dictée.odt': 'x'.repeat(560) })
    .expect(303);
  await host
    .as('teacher')
    .post('/own/files')
    .files({ 'cahier.odt': 'x'.repeat(800) })
    .expect(303);
  expect(await hangs('head', SCHOOL)).toBe('3 fichiers (2 ko) restent gardés, hors de vue');
  expect(await hangs('headOfOtherSchool', OTHER_SCHOOL)).toBeUndefined();
});
