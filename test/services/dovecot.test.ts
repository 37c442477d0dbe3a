// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from './describe-with.js';
import { startDovecot, type DovecotServer } from './dovecot.js';
import { ImapClient } from './imap.js';
import { LmtpClient } from './lmtp.js';

describeWith(['dovecot'], 'a Dovecot of one’s own', () => {
  let server: DovecotServer;

  beforeAll(async () => {
    server = await startDovecot();
  });
  afterAll(() => server.stop());

  test('a message to several persons is found in the mailbox of each, and in no other', async () => {
    const lmtp = await LmtpClient.open(server.lmtpPort);
    const to = Array.from({ length: 20 }, (_, number) => `person${number}`);
    await lmtp.deliver({ to, text: 'Subject: Sortie\n\nBonjour, le bus part à 8 h.\n' });
    await lmtp.deliver({ to: ['person1'], text: 'Subject: Piscine\n\nBonnet obligatoire.\n' });
    lmtp.close();
    const found: unknown[] = [];
    for (const user of ['person0', 'person1', 'another']) {
      const imap = await ImapClient.open(server.imapPort, { user, password: server.password });
      found.push([await imap.searchText('bus'), await imap.searchText('bonnet'), await imap.searchText('vélo')]);
      imap.close();
    }
    expect(found).toEqual([
      [[1], [], []],
      [[1], [2], []],
      [[], [], []],
    ]);
  });

  test('a mailbox is filled without deliveries', async () => {
    await server.fillMailbox('filled', ['Subject: Sortie\n\nLe bus.\n', 'Subject: Vote\n\nLe conseil.\n']);
    const imap = await ImapClient.open(server.imapPort, { user: 'filled', password: server.password });
    expect([await imap.searchText('bus'), await imap.searchText('conseil'), await imap.searchText('le')]).toEqual([
      [1],
      [2],
      [1, 2],
    ]);
    imap.close();
  });
});
