// SPDX-License-Identifier: EUPL-1.2
import { bind, connect, search } from './directory/directory-client.js';
import { READER, ROOT, samplePeople, startDirectory, startEnvoleBox, type EnvoleBox } from './index.js';

let box: EnvoleBox;

beforeEach(async () => {
  box = await startEnvoleBox();
});
afterEach(() => box.stop());

test('every CAS account is in the directory, under the uid that the CAS sends', async () => {
  const client = connect(box.directory.url);
  expect(await bind(client, READER.dn, READER.password)).toBe('');
  const { entries } = await search(client, ROOT, { scope: 'sub', filter: '(uid=*)', paged: { pageSize: 40 } });
  client.destroy();
  const uids = entries.map((entry) => entry.attributes['uid']?.[0]?.toLowerCase());
  expect(uids.sort()).toEqual(samplePeople.map((person) => person.login).sort());

  const service = `${box.cas.url}/service`;
  for (const { login } of samplePeople) {
    const query = new URLSearchParams({ service, ticket: box.cas.issueTicket(login, service) });
    const answer = await fetch(`${box.cas.url}/serviceValidate?${query.toString()}`);
    expect(await answer.text()).toContain(`<cas:user>${login}</cas:user>`);
  }
});

test('two boxes run side by side and share nothing', async () => {
  const other = await startEnvoleBox();
  other.directory.entries.length = 0;
  const service = 'http://127.0.0.1:9/';
  const query = new URLSearchParams({ service, ticket: other.cas.issueTicket('ines.renaud', service) });
  const answer = await fetch(`${box.cas.url}/serviceValidate?${query.toString()}`);
  expect(await answer.text()).toContain('INVALID_TICKET');
  await other.stop();
  expect(box.directory.entries.length).toBeGreaterThan(200);
});

test('a taken port leaves nothing running', async () => {
  const free = await startDirectory({ entries: [] });
  await free.stop();
  const start = startEnvoleBox({ directoryPort: free.port, casPort: box.cas.port });
  await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const again = await startDirectory({ entries: [], port: free.port });
  await again.stop();
});
