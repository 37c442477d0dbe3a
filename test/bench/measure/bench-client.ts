// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';

export type Fields = readonly (readonly [name: string, value: string])[];

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The time until the last byte. */
  readonly milliseconds: number;
  /** The bytes of the body as it was sent. */
  readonly packed: number;
  /** The address to which a form leads; empty for a page. */
  readonly location: string;
}

interface SentBody {
  readonly type: string;
  readonly text: string;
}

const BOUNDARY = 'boundary-of-the-bench';

/** The type of a form with files. */
export const FILES = `multipart/form-data; boundary=${BOUNDARY}`;
/** The end of such a form. */
export const FILES_END = `--${BOUNDARY}--\r\n`;

/** The beginning of a file in such a form; its content and a line break follow. */
export function filePart(name: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`;
}

/** A person with a session, and one connection that stays open. */
export class BenchClient {
  readonly #url: string;
  readonly #cookie: string;
  readonly #encodings: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** @param encodings of bodies: packed as browsers take them by https, or `identity` */
  constructor(url: string, cookie: string, encodings = 'gzip, deflate, br') {
    this.#url = url;
    this.#cookie = cookie;
    this.#encodings = encodings;
  }

  /** @throws Error unless the host answers 200 */
  async page(path: string): Promise<Answer> {
    return this.#expect(200, path, await this.#ask('GET', path));
  }

  /** Sends a form. @throws Error unless the host answers that it is done */
  async form(path: string, fields: Fields): Promise<Answer> {
    return this.#expect(303, path, await this.#ask('POST', path, formOf(fields)));
  }

  /** Sends files, each with a text as its content. @throws Error unless the host answers that it is done */
  async files(path: string, files: Fields): Promise<Answer> {
    const parts = files.map(([name, content]) => `${filePart(name)}${content}\r\n`);
    const body = { type: FILES, text: `${parts.join('')}${FILES_END}` };
    return this.#expect(303, path, await this.#ask('POST', path, body));
  }

  /** Sends a change as the script of a page does, whatever the answer is. */
  save(path: string, fields: Fields): Promise<Answer> {
    return this.#ask('POST', path, formOf(fields));
  }

  close(): void {
    this.#agent.destroy();
  }

  #expect(status: number, path: string, answer: Answer): Answer {
    if (answer.status === status) return answer;
    const said = answer.text.replace(/<svg[^]*?<\/svg>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    throw new Error(`${path} answered ${answer.status}: ${said.slice(0, 500)}`);
  }

  async #ask(method: 'GET' | 'POST', path: string, sentBody?: SentBody): Promise<Answer> {
    const headers = {
      ...{ Accept: 'text/html', 'Accept-Encoding': this.#encodings, 'Accept-Language': 'fr' },
      ...{ Cookie: this.#cookie, 'Sec-Fetch-Site': 'same-origin' },
      ...(sentBody && { 'Content-Type': sentBody.type }),
    };
    const begun = performance.now();
    const sent = request(new URL(path, this.#url), { method, agent: this.#agent, headers });
    sent.end(sentBody?.text);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const body = await buffer(response);
    const milliseconds = performance.now() - begun;
    const unpacked = response.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
    const { location = '' } = response.headers;
    const [status, text] = [response.statusCode ?? 0, unpacked.toString()];
    return { status, text, milliseconds, packed: body.length, location };
  }
}

function formOf(fields: Fields): SentBody {
  const text = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return { type: 'application/x-www-form-urlencoded', text };
}
