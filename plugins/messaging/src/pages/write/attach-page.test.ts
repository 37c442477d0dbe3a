// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';

const host = await startTestHost({ bricks: [messaging] });

/** The part of an address below that of the brick. */
function pathOf(address = ''): string {
  return address.replace(/^.*\/messaging/, '').replaceAll('&amp;', '&');
}

test('a file is attached without losing the text, taken out, and received with the message', async () => {
  const teacher = host.as('teacher');
  const to = { toPerson: await host.ids.person('guardian') };
  const first = await teacher
    .post('/write')
    .form({ ...to, form: randomUUID(), subject: 'Musée', body: 'Le programme', do: 'attach' })
    .expect(303);
  const attachPath = pathOf(first.headers.get('location') ?? '');
  expect(attachPath).toMatch(/^\/drafts\/[\w-]+\?attach=true$/);
  const page = await teacher.get(attachPath).expect(200, /10 fichiers au plus, 20.Mo chacun, 25.Mo en tout/);
  const [, address] = /<form method="post" action="([^"]+)" enctype="multipart\/form-data"/.exec(page.text) ?? [];
  const files = { 'programme.pdf': 'Programme', 'plan.png': 'Plan' };
  const sent = await teacher.post(pathOf(address)).files(files).expect(303);
  const draftPath = pathOf(sent.headers.get('location') ?? '');

  const draft = await teacher.get(draftPath).expect(200, /Le programme[^]*programme\.pdf[^]*2 pièces sur 10/);
  expect(draft.text).toContain('2 fichiers sont joints.');
  await teacher.get(attachPath).expect(200, /plan\.png[^]*Retirer plan\.png/);
  const drop = /name="drop" value="([^"]+)"><svg[^>]*aria-label="Retirer plan.png"/.exec(draft.text)?.[1] ?? '';
  const version = /name="version" value="(\d+)"/.exec(draft.text)?.[1] ?? '';
  const changed = { ...to, form: randomUUID(), version, subject: 'Musée', body: 'Le programme changé' };
  await teacher
    .post(draftPath)
    .form({ ...changed, drop })
    .expect(303);
  const kept = await teacher.get(draftPath).expect(200, /Le programme changé[^]*1 pièce sur 10/);
  expect(kept.text).not.toContain('plan.png');
  // A second press of the same button is late, and loses nothing either.
  const after = /name="version" value="(\d+)"/.exec(kept.text)?.[1] ?? '';
  await teacher
    .post(draftPath)
    .form({ ...changed, version: after, drop })
    .expect(303);

  const last = /name="version" value="(\d+)"/.exec((await teacher.get(draftPath)).text)?.[1] ?? '';
  await teacher
    .post(draftPath)
    .form({ ...changed, version: last, do: 'send' })
    .expect(303);
  await host.runJobs();
  const guardian = host.as('guardian');
  const [, thread] = /href="([^"]*\/copies\/[^"]*)"/.exec((await guardian.get('/').expect(200)).text) ?? [];
  const { text } = await guardian.get(pathOf(thread)).expect(200, /Le programme changé/);
  const [, file] = /href="([^"]*\/files\/[^"]*)" download="programme.pdf"/.exec(text) ?? [];
  expect((await guardian.get(pathOf(file)).expect(200)).text).toBe('Programme');
  await host.as('guardianOfClassmate').get(pathOf(file)).expect(404);
});

test('a new message that is still empty becomes a draft by its first file', async () => {
  const answer = await host.as('guardian').post('/write').form({ form: randomUUID(), do: 'attach' }).expect(303);
  expect(answer.headers.get('location')).toMatch(/\/drafts\/[\w-]+\?attach=true$/);
});

test('drafts in the trash make room for what arrives alone, and the notice names the one that went', async () => {
  const teacher = host.as('teacher');
  const draftOf = async (subject: string): Promise<string> => {
    const fields = { form: randomUUID(), subject, body: 'x', do: 'save' };
    const { headers } = await teacher.post('/write').form(fields).expect(303);
    return pathOf(headers.get('location') ?? '');
  };
  const { manager } = host.host.database.dataSource;
  const bytesOf = async (): Promise<number[]> => {
    const rows = await manager.find(AttachmentRow, { order: { bytes: 'ASC' } });
    return rows.map(({ bytes }) => bytes).filter((bytes) => bytes > 1_000);
  };
  for (const subject of ['Ma poésie', 'Ma chanson']) {
    const path = await draftOf(subject);
    await teacher.post(`${path}/files`).files({ 'petit.txt': 'petit' }).expect(303);
    const copy = path.replace('/drafts/', '');
    const { messageId } = await manager.findOneByOrFail(CopyRow, { id: copy });
    // As after uploads of 45 MB: what counts is what the row says.
    await manager.update(AttachmentRow, { messageId }, { bytes: subject === 'Ma poésie' ? 45_000_000 : 44_000_000 });
    await teacher.post(`/copies/${copy}/move`).form({ to: 'trash' }).expect(303);
    host.clock.advance(1_000);
  }
  const path = await draftOf('Exposé');
  const attach = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
    await teacher.post(`${path}/files`).files(files).expect(303);
    return (await teacher.get(path).expect(200)).text.replaceAll('\u00a0', ' ');
  };
  for (const files of [{ 'cinq.txt': '12345' }, { 'vide.txt': '' }, {}])
    expect(await attach(files)).not.toContain('Pour faire de la place');
  expect(await bytesOf()).toEqual([44_000_000, 45_000_000]);
  expect(await attach({ 'film.mp4': new Uint8Array(12_000_000) })).toContain(
    'Pour faire de la place, « Ma poésie » a quitté la corbeille pour de bon.',
  );
  expect(await bytesOf()).toEqual([12_000_000, 44_000_000]);
});
