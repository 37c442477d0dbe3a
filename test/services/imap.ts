// SPDX-License-Identifier: EUPL-1.2
import { LineClient } from './line-client.js';

/** One mailbox, read over one IMAP connection (RFC 9051). */
export class ImapClient {
  readonly #client: LineClient;
  #count = 0;

  private constructor(client: LineClient) {
    this.#client = client;
  }

  static async open(port: number, { user, password }: { user: string; password: string }): Promise<ImapClient> {
    const client = await LineClient.open(port);
    await client.read((line) => line.startsWith('* OK'));
    const imap = new ImapClient(client);
    await imap.#ask(`LOGIN ${user} ${password}`);
    await imap.#ask('SELECT INBOX');
    return imap;
  }

  /** The numbers of the messages with a text in their header or body. */
  async searchText(text: string): Promise<number[]> {
    const lines = await this.#ask(`SEARCH TEXT "${text}"`);
    const found = lines.find((line) => line.startsWith('* SEARCH')) ?? '';
    return found.split(' ').slice(2).map(Number);
  }

  close(): void {
    this.#client.close();
  }

  async #ask(command: string): Promise<string[]> {
    this.#count += 1;
    const tag = `a${this.#count}`;
    this.#client.send(`${tag} ${command}\r\n`);
    const lines = await this.#client.read((line) => line.startsWith(`${tag} `));
    if (!lines.at(-1)?.startsWith(`${tag} OK`)) throw new Error(`IMAP: ${command}: ${lines.at(-1)}`);
    return lines;
  }
}
