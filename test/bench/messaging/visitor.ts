// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** A person with a session, and one connection that stays open. */
export class Visitor {
  readonly #url: string;
  readonly #cookie: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  /** @returns milliseconds until the last byte of a page */
  async timePage(path: string): Promise<number> {
    const begun = performance.now();
    await this.#exchange('GET', path);
    return performance.now() - begun;
  }

  async page(path: string): Promise<string> {
    return (await this.#exchange('GET', path)).body;
  }

  /** @returns milliseconds until the answer to a form, which leads to another page */
  async timeForm(path: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const begun = performance.now();
    await this.#exchange('POST', path, new URLSearchParams(fields).toString());
    return performance.now() - begun;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #exchange(method: 'GET' | 'POST', path: string, form?: string): Promise<{ readonly body: string }> {
    const headers = {
      Accept: 'text/html',
      Cookie: this.#cookie,
      'Sec-Fetch-Site': 'same-origin',
      ...(form !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    };
    const sent = request(new URL(path, this.#url), { method, agent: this.#agent, headers });
    sent.end(form);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const body = await text(response);
    if (response.statusCode !== (form === undefined ? 200 : 303))
      throw new Error(
        `${method} ${path} answered ${response.statusCode}: ${body.replace(/<[^>]*>/g, ' ').slice(0, 500)}`,
      );
    return { body };
  }
}
