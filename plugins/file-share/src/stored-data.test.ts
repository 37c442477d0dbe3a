// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, OTHER_SCHOOL, SCHOOL, startTestHost, type TestHost } from '@volee/core-adapter/testing';
import fileShare from './index.js';

const hosts: { name: string; host: TestHost }[] = [];
for (const database of bothDatabases()) {
  hosts.push({ name: database.name, host: await startTestHost({ bricks: [fileShare], database }) });
}

/** The summaries that the heads of both schools read before they switch the brick off. */
async function hangs(host: TestHost, role: 'head' | 'headOfOtherSchool', uai: string): Promise<string | undefined> {
  const { text } = await host.as(role).get(`/admin/s/${uai}/bricks?brick=file-share`).expect(200);
  return /\d+ fichiers? \([^)]+\) rest\w+ gardés?, hors de vue/.exec(text.replace(/\u00a0/g, ' '))?.[0];
}

test.each(hosts)(
  'T7: on $name, the head sees how much data their school stores, and nothing of another school',
  async ({ host }) => {
    const put = async (path: string, name: string, bytes: number): Promise<void> => {
      await host
        .as('teacher')
        .post(path)
        .files({ [name]: 'x'.repeat(bytes) })
        .expect(303);
    };
    await put(`/groups/${host.ids.cm1}/files`, 'carte.png', 640);
    expect(await hangs(host, 'head', SCHOOL)).toBe('1 fichier (640 octets) reste gardé, hors de vue');
    await put(`/groups/${host.ids.cm1}/files`, 'dictée.odt', 560);
    await put('/own/files', 'cahier.odt', 800);
    expect(await hangs(host, 'head', SCHOOL)).toBe('3 fichiers (2 ko) restent gardés, hors de vue');
    expect(await hangs(host, 'headOfOtherSchool', OTHER_SCHOOL)).toBeUndefined();
  },
);
