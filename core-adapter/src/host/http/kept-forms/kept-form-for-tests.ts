// SPDX-License-Identifier: EUPL-1.2
import type { Answer, WebHost } from '../../app/host-for-tests.js';

export type Fields = readonly (readonly [name: string, value: string])[];

const cookiesIn = ({ headers }: Answer): string[] =>
  (headers['set-cookie'] ?? []).map((one) => one.split(';')[0] ?? '');

/** The cookies of a browser in which somebody has logged in by the SSO. */
export async function logInto(
  web: WebHost,
  login: string,
): Promise<{ readonly session: string; readonly person: string }> {
  const [attempt = ''] = cookiesIn(await web.send('/login'));
  const cookies = cookiesIn(
    await web.send(`/cas/callback?ticket=ST-${login}~${Math.random()}`, { headers: { Cookie: attempt } }),
  );
  const named = (name: string): string => cookies.find((one) => one.includes(name)) ?? '';
  return { session: named('volee_session'), person: named('volee_person') };
}

const plain = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The form of a kept page, as a browser sends it; `files` are the names of its fields for files. */
export function keptFormIn({ text }: Answer): {
  readonly action: string;
  readonly fields: [string, string][];
  readonly isForFiles: boolean;
  readonly files: readonly string[];
} {
  const [, attributes = '', inner = ''] = /<form method="post"([^>]*typedBy[^>]*)>([^]*?)<\/form>/.exec(text) ?? [];
  const inputs = [...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return {
    action: plain(/action="([^"]*)"/.exec(attributes)?.[1] ?? 'none'),
    fields: inputs.map(([, name = '', value = '']) => [plain(name), plain(value)]),
    isForFiles: attributes.includes('enctype="multipart/form-data"'),
    files: [...inner.matchAll(/<input[^>]*type="file"[^>]*>/g)].map(([tag]) => / name="([^"]*)"/.exec(tag)?.[1] ?? ''),
  };
}

/** The texts that a page shows to be copied. */
export function textsIn({ text }: Answer): string[] {
  return [...text.matchAll(/<textarea[^>]*readonly[^>]*>([^<]*)<\/textarea>/g)].map(([, shown = '']) => plain(shown));
}
