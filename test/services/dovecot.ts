// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { userInfo } from 'node:os';

import { requireBinary } from './find-binary.js';
import { freePort, portAnswers } from './free-port.js';
import { inOwnFolder, type Stoppable } from './in-own-folder.js';
import { startServer } from './server-process.js';

export interface DovecotServer extends Stoppable {
  /** On 127.0.0.1: takes messages for anybody (LMTP, RFC 2033). */
  readonly lmtpPort: number;
  /** On 127.0.0.1: opens the mailbox of anybody by `password` (IMAP, RFC 9051). */
  readonly imapPort: number;
  readonly password: string;
  readonly pid: number;
  /** Holds the folder `mail`, with a Maildir for each user, and `dovecot.log`. */
  readonly folder: string;
  /** Writes messages with header and body straight into the Maildir of a new user: thousands in seconds. */
  fillMailbox(user: string, texts: Iterable<string>): Promise<void>;
}

const password = 'secret';

/**
 * Starts a new Dovecot that delivers by LMTP into Maildirs and shows them by IMAP. Each name is a user.
 * @throws Error when dovecot-lmtpd or dovecot-imapd is not installed or does not start
 */
export function startDovecot(): Promise<DovecotServer> {
  return inOwnFolder('dovecot', undefined, async (folder) => {
    const account = accountOfMail();
    // The account reads its mail in here, and the folder is ours.
    await chmod(folder, 0o711);
    await mkdir(join(folder, 'mail'), { mode: 0o777 });
    await chmod(join(folder, 'mail'), 0o777);
    let imapPort = 0;
    const { port, pid, stop } = await startServer(async (lmtpPort) => {
      imapPort = await freePort();
      const configuration = join(folder, 'dovecot.conf');
      await writeFile(configuration, configurationOf({ folder, account, lmtpPort, imapPort }), { mode: 0o644 });
      return {
        name: 'dovecot',
        folder,
        command: requireBinary('dovecot'),
        args: ['-F', '-c', configuration],
        ready: async () => (await portAnswers(lmtpPort)) && portAnswers(imapPort),
      };
    });
    const fill = (user: string, texts: Iterable<string>): Promise<void> =>
      fillMaildir(join(folder, 'mail', user), texts);
    return { lmtpPort: port, imapPort, password, pid, folder, fillMailbox: fill, stop };
  });
}

/** A Maildir has three folders, and a file for each message. The account of Dovecot writes in there, too. */
async function fillMaildir(maildir: string, texts: Iterable<string>): Promise<void> {
  const folders = [maildir, ...['cur', 'new', 'tmp'].map((name) => join(maildir, name))];
  for (const folder of folders) {
    await mkdir(folder);
    await chmod(folder, 0o777);
  }
  let count = 0;
  for (const text of texts) {
    count += 1;
    await writeFile(join(maildir, 'cur', `${count}.message:2,S`), text);
  }
}

interface Account {
  readonly user: string;
  readonly group: string;
}

/** Dovecot keeps no mail as root. It takes a group by its name alone. */
function accountOfMail(): Account {
  const { uid, username } = userInfo();
  if (uid === 0) return { user: 'nobody', group: 'nogroup' };
  return { user: username, group: execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim() };
}

interface Place {
  readonly folder: string;
  readonly account: Account;
  readonly lmtpPort: number;
  readonly imapPort: number;
}

/** `lmtp_user_concurrency_limit` 0 is refused by Dovecot 2.4. Its processes are made beforehand, and end with the master. */
function configurationOf({ folder, account: { user, group }, lmtpPort, imapPort }: Place): string {
  return `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
auth_allow_cleartext = yes
default_login_user = ${user}
default_internal_user = ${user}
default_internal_group = ${group}
first_valid_uid = 1
first_valid_gid = 1
mail_driver = maildir
mail_home = ${folder}/mail/%{user}
mail_path = ${folder}/mail/%{user}
passdb static {
  password = ${password}
}
userdb static {
  fields {
    uid = ${user}
    gid = ${group}
    home = ${folder}/mail/%{user}
  }
}
lmtp_user_concurrency_limit = unlimited
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
`;
}
