// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';

export type Fields = readonly (readonly [name: string, value: string])[];

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Until the last byte. */
  readonly milliseconds: number;
  /** The bytes of the body as it was sent. */
  readonly packed: number;
}

/** A person with a session, and one connection that stays open. Bodies come packed as browsers take them by https. */
export class LivretClient {
  readonly #url: string;
  readonly #cookie: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  /** @throws Error unless the host answers 200 */
  async page(path: string): Promise<Answer> {
    return this.#expect(200, path, await this.#ask('GET', path));
  }

  /** Sends a form. @throws Error unless the host answers that it is done */
  async form(path: string, fields: Fields): Promise<Answer> {
    return this.#expect(303, path, await this.#ask('POST', path, fields));
  }

  /** Sends a change as the script of a page does, whatever the answer is. */
  save(path: string, fields: Fields): Promise<Answer> {
    return this.#ask('POST', path, fields);
  }

  close(): void {
    this.#agent.destroy();
  }

  #expect(status: number, path: string, answer: Answer): Answer {
    if (answer.status === status) return answer;
    const said = answer.text.replace(/<svg[^]*?<\/svg>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    throw new Error(`${path} answered ${answer.status}: ${said.slice(0, 500)}`);
  }

  async #ask(method: 'GET' | 'POST', path: string, fields?: Fields): Promise<Answer> {
    const form = fields && new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    const headers = {
      ...{ Accept: 'text/html', 'Accept-Encoding': 'gzip, deflate, br', 'Accept-Language': 'fr' },
      ...{ Cookie: this.#cookie, 'Sec-Fetch-Site': 'same-origin' },
      ...(form !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    };
    const begun = performance.now();
    const sent = request(new URL(path, this.#url), { method, agent: this.#agent, headers });
    sent.end(form);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const body = await buffer(response);
    const milliseconds = performance.now() - begun;
    const unpacked = response.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
    return { status: response.statusCode ?? 0, text: unpacked.toString(), milliseconds, packed: body.length };
  }
}
