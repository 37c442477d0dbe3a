// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection to a server of 127.0.0.1 that speaks in lines, as LMTP and IMAP do. */
export class LineClient {
  readonly #socket: Socket;
  readonly #parts: AsyncIterator<string>;
  #text = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true).setEncoding('utf8');
    this.#parts = (socket as AsyncIterable<string>)[Symbol.asyncIterator]();
  }

  static async open(port: number): Promise<LineClient> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new LineClient(socket);
  }

  send(text: string): void {
    this.#socket.write(text);
  }

  /** Reads lines until one satisfies `isLast`. @throws Error when the server closes the connection before */
  async read(isLast: (line: string) => boolean): Promise<string[]> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.#line();
      if (line === undefined) throw new Error(`The server closed the connection after: ${lines.join(' / ')}`);
      lines.push(line);
      if (isLast(line)) return lines;
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return line;
      }
      const { value, done } = await this.#parts.next();
      if (done) return undefined;
      this.#text += value;
    }
  }
}
