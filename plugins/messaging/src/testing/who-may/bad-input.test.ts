// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../start/messages-for-tests.js';

const host = await startTestHost({ bricks: [messaging] });
const { send, open } = messageSteps(() => host);
const teacher = host.as('teacher');

async function draftOf(body: string): Promise<string> {
  const { headers } = await teacher.post('/write').form({ subject: 'Gardé', body, do: 'save' }).expect(303);
  return (headers.get('location') ?? '').replace(/^.*\/messaging/, '');
}

test('X5: a text of 1 MB is refused in one sentence, and the draft stays as it was', async () => {
  const draft = await draftOf('Ce que j’avais écrit');
  const huge = { subject: 'Gardé', body: 'x'.repeat(1_000_000) };
  for (const path of ['/write', draft]) {
    const { text } = await teacher.post(path).form(huge).expect(413);
    expect(text.length).toBeLessThan(50_000);
  }
  await teacher
    .post(draft)
    .form({ ...huge, do: 'keep' })
    .header('Accept', 'application/json')
    .expect(413);
  await teacher.get(draft).expect(200, /Ce que j’avais écrit/);
});

test.each([
  ['javascript:', '[Clic](javascript:alert(1)) javascript:alert(2)', /href="javascript/],
  ['markup', '<img src=x onerror=alert(1)><svg><animate onbegin=alert(1)>', /<img src=x|<animate/],
  ['10,000 >', '>'.repeat(10_000), /<blockquote/],
  ['10,000 [', '['.repeat(10_000), /<a href="\[/],
  ['marks that turn the direction of text', 'fichier \u202Egpj.exe', /\u202E/],
])('X1: %s arrives as text, for the reader, in a reply and in a draft', async (name, body, never) => {
  const subject = `Essai ${name}`;
  const form = { toPerson: await host.ids.person('guardian'), subject, body };
  await teacher.post('/write').form(form).expect(303);
  await host.runJobs();
  expect((await open('guardian', subject)).text).not.toMatch(never);
  await teacher
    .get(await draftOf(body))
    .expect(200)
    .expectNot(never);
});

test('X7: the name of a file is never a path, and fields with dots and brackets are no objects', async () => {
  const draft = await draftOf('Avec un fichier');
  await teacher.post(`${draft}/files`).files({ '../../../etc/passwd': 'x', '..': 'y' });
  const names = readdirSync(host.storageFolder, { recursive: true }).map(String);
  expect(names.filter((name) => /passwd|\.\./.test(name))).toEqual([]);
  await teacher
    .get(draft)
    .expect(200)
    .expectNot(/\.\.\//);
  const odd = [
    ['__proto__[isHead]', 'true'],
    ['constructor.prototype.urgent', 'true'],
    ['toPerson[length]', '1'],
    ['toPerson', '{"$ne":""}'],
  ];
  for (const [field = '', value = ''] of odd)
    expect((await teacher.post('/write').form({ subject: 'x', body: 'x', [field]: value })).status).toBe(400);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a reply of 1 MB is refused, and the thread goes on', async () => {
  await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Sortie');
  await host.runJobs();
  const { text } = await open('guardian', 'Sortie');
  const reply = /action="[^"]*\/messaging(\/copies\/[^"]+\/reply)[?"]/.exec(text)?.[1] ?? '/none';
  await host
    .as('guardian')
    .post(reply)
    .form({ body: 'x'.repeat(1_000_000) })
    .expect(413);
  await host.as('guardian').post(reply).form({ body: 'D’accord' }).expect(303);
});
