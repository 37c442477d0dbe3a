// SPDX-License-Identifier: EUPL-1.2
import { createHmac, randomBytes } from 'node:crypto';
import type { Host } from '@volee/core-adapter/host';

/**
 * The time, in milliseconds, for which a session is used: a password counts for a few minutes where it is asked for again, as before a
 * signature.
 */
const KEPT = 240_000;

interface OpenSession {
  readonly cookie: string;
  readonly since: number;
}

export interface AttachedFile {
  readonly name: string;
  readonly content: Buffer;
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** Requests of people of the sample to a running host, each with a session of their own, as browsers send them. */
export class Visits {
  readonly #host: Host;
  readonly #url: string;
  readonly #sessions = new Map<string, OpenSession>();

  constructor(host: Host, url: string) {
    this.#host = host;
    this.#url = url;
  }

  /** @returns the page @throws Error unless the host answers 200 */
  async open(personId: string, path: string): Promise<string> {
    const response = await this.#request(personId, path, {});
    const text = await response.text();
    if (response.status !== 200) throw new Error(`GET ${path} was answered ${response.status}: ${readable(text)}`);
    return text;
  }

  /** Sends the form of a page that leads to this path: its hidden fields and ticked boxes, and others that a person fills in. */
  async submit(personId: string, page: string, path: string, fields: Fields): Promise<void> {
    const filled = new Set(fields.map(([name]) => name));
    const given = givenFields(page, path).filter(([name]) => !filled.has(name));
    await this.send(personId, path, [...given, ...fields]);
  }

  /** Saves as the script of a page does. @throws Error unless the host answers 200 */
  async save(personId: string, path: string, fields: Fields): Promise<void> {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    const response = await this.#request(personId, path, { method: 'POST', body });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`POST ${path} was answered ${response.status}: ${readable(text)}`);
  }

  /** @returns the address to which the answer leads @throws Error unless the host answers that it is done */
  async send(personId: string, path: string, fields: Fields): Promise<string> {
    return this.#post(personId, path, new URLSearchParams(fields.map(([name, value]) => [name, value])));
  }

  async #post(personId: string, path: string, body: URLSearchParams | FormData): Promise<string> {
    const response = await this.#request(personId, path, { method: 'POST', body });
    const text = await response.text();
    if (response.status !== 303) throw new Error(`POST ${path} was answered ${response.status}: ${readable(text)}`);
    return response.headers.get('location') ?? '';
  }

  /** Sends files by the form of a page. @throws Error unless the host answers that it is done */
  async attach(personId: string, path: string, files: readonly AttachedFile[]): Promise<void> {
    const body = new FormData();
    for (const { name, content } of files) body.append('files', new Blob([new Uint8Array(content)]), name);
    await this.#post(personId, path, body);
  }

  async #request(personId: string, path: string, request: RequestInit): Promise<Response> {
    const headers = {
      Accept: 'text/html',
      'Accept-Language': 'fr',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await this.#cookie(personId),
    };
    return fetch(this.#url + path, { ...request, headers, redirect: 'manual' });
  }

  async #cookie(personId: string): Promise<string> {
    const now = this.#host.clock.now().getTime();
    const known = this.#sessions.get(personId);
    // The clock of a story may go back.
    if (known && known.since <= now && now - known.since < KEPT) return known.cookie;
    const cookie = await openSession(this.#host, personId);
    this.#sessions.set(personId, { cookie, since: now });
    return cookie;
  }
}

/** Opens a session as a login does at its end. The cookie holds the id and its HMAC without padding (npm cookie-signature). */
async function openSession({ sessions, settings, clock }: Host, personId: string): Promise<string> {
  const id = randomBytes(18).toString('hex');
  await sessions.open(id, personId, `ST-${id}`, { provenAt: clock.now().getTime() });
  const signature = createHmac('sha256', settings.session.secret).update(id).digest('base64').replace(/=+$/, '');
  return `volee_session=${encodeURIComponent(`s:${id}.${signature}`)}`;
}

/** @throws Error when the page has no such form */
function givenFields(page: string, path: string): Fields {
  const forms = [...page.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)];
  const form = forms.find(
    ([, tag = '']) => tag.includes('method="post"') && attribute(tag, 'action').split('?')[0] === path,
  );
  if (!form) throw new Error(`The page has no form for ${path}: ${readable(page)}`);
  const inputs = [...(form[2] ?? '').matchAll(/<input\b(?! disabled)[^>]*>/g)].map(([input]) => input);
  const given = inputs.filter((input) => input.includes('type="hidden"') || /\schecked\b/.test(input));
  return given.map((input) => [attribute(input, 'name'), attribute(input, 'value')] as const);
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? [];
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

/** The beginning of the text of a page, for error messages. */
function readable(page: string): string {
  const main = /<main[^]*<\/main>/.exec(page)?.[0] ?? page;
  return main
    .replace(/<svg[^]*?<\/svg>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 400);
}
