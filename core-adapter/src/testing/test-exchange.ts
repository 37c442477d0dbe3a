// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request as send, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { formFields } from './form-fields.js';

/** The headers of a request that names no others. Compressing and decompressing each page would take a tenth of the time of tests. */
const DEFAULT_HEADERS = { Accept: '*/*', 'Accept-Encoding': 'identity', 'Accept-Language': '*', 'User-Agent': 'node' };

/** Tests send some hundred thousand requests, and `fetch` takes twice the processor time of `node:http`. */
const agent = new Agent({ keepAlive: true });

/** @stable */
export interface TestResponse {
  readonly status: number;
  readonly text: string;
  /** The body as it came, such as a zip. */
  readonly bytes: Buffer;
  readonly headers: Headers;
}

interface Sending {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  headers(): Promise<Record<string, string>>;
}

/**
 * One request of a test, sent as a browser would. Add expectations, then await it: `await
 * host.as('pupil').get('/').expect(200, /CM1/).expectNot(/CM2/)`.
 * @stable
 */
export class TestExchange implements PromiseLike<TestResponse> {
  readonly #sending: Sending;
  readonly #checks: ((response: TestResponse) => void)[] = [];
  readonly #headers: Record<string, string> = {};
  #fields: URLSearchParams | undefined;
  #files: Readonly<Record<string, string | Uint8Array>> | undefined;
  #fileField = 'files';

  constructor(sending: Sending) {
    this.#sending = sending;
  }

  /** Sets a header. By default the request is that of a French browser that asks for a page: `header('Accept-Language', 'en')`. */
  header(name: string, value: string): this {
    this.#headers[name] = value;
    return this;
  }

  /** Sends the fields of a form; they come before the files. A list sends its name several times. */
  form(fields: Readonly<Record<string, string | readonly string[]>> | URLSearchParams): this {
    this.#fields = fields instanceof URLSearchParams ? new URLSearchParams(fields) : formFields(fields);
    return this;
  }

  /** Sends files in a form, in one of its fields. */
  files(files: Readonly<Record<string, string | Uint8Array>>, field = 'files'): this {
    this.#files = files;
    this.#fileField = field;
    return this;
  }

  expect(status: number, pattern?: RegExp): this {
    this.#checks.push((response) => {
      if (response.status !== status) {
        assert.fail(`${this.#name} answered ${response.status}, not ${status}: ${readable(response)}`);
      }
      if (pattern && !pattern.test(response.text)) {
        assert.fail(`${this.#name} does not show ${String(pattern)}: ${readable(response)}`);
      }
    });
    return this;
  }

  expectNot(pattern: RegExp): this {
    this.#checks.push((response) => {
      if (pattern.test(response.text)) assert.fail(`${this.#name} shows ${String(pattern)}: ${readable(response)}`);
    });
    return this;
  }

  then<A = TestResponse, B = never>(
    fulfilled?: ((response: TestResponse) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    return this.#send().then(fulfilled, rejected);
  }

  get #name(): string {
    return `${this.#sending.method} ${new URL(this.#sending.url).pathname}`;
  }

  get #body(): URLSearchParams | FormData | undefined {
    if (!this.#files) return this.#fields;
    const form = new FormData();
    for (const [name, value] of this.#fields ?? []) form.append(name, value);
    for (const [name, content] of Object.entries(this.#files)) {
      form.append(this.#fileField, new Blob([content as BlobPart]), name);
    }
    return form;
  }

  async #send(): Promise<TestResponse> {
    const { method, url, headers } = this.#sending;
    const written = this.#body;
    const body = written && new Response(written);
    const type = body?.headers.get('Content-Type') ?? undefined;
    const all = {
      ...DEFAULT_HEADERS,
      ...(type !== undefined && { 'Content-Type': type }),
      ...(await headers()),
      ...this.#headers,
    };
    const content = body && Buffer.from(await body.arrayBuffer());
    const response = await sent(url, { method, headers: all }, content);
    const bytes = await buffer(response);
    const received = {
      status: response.statusCode ?? 0,
      text: bytes.toString(),
      bytes,
      headers: headersOf(response),
    };
    for (const check of this.#checks) check(received);
    return received;
  }
}

type Head = Pick<Sending, 'method'> & { readonly headers: Readonly<Record<string, string>> };

async function sent(url: string, head: Head, content: Buffer | undefined): Promise<IncomingMessage> {
  const request = send(url, { ...head, agent });
  request.end(content);
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  } catch (error) {
    // The server closed an idle connection at the moment at which it was used again (Node.js, http.ClientRequest, request.reusedSocket).
    if (request.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET') return sent(url, head, content);
    throw error;
  }
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}

/** The readable part of a page, for messages of failed tests. */
function readable({ text }: TestResponse): string {
  const main = /<main[^]*<\/main>/.exec(text)?.[0] ?? text;
  return main
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600);
}
