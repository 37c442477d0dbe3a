// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';

import type { APIResponse, Browser, BrowserContextOptions, Page } from 'playwright-core';

import type { Stack } from './stack.js';

/** Time limit for an element or a page, in milliseconds: shorter than that of a test, so that the failure names the element. */
const PATIENCE = 30_000;

/** A file chosen in a browser. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A user with their own browser. Paths are those of Volée. */
export interface Visitor {
  readonly page: Page;
  /** Opens a page, is redirected to the SSO, logs in there, and waits for a page of Volée. */
  logIn(login: string, path?: string): Promise<void>;
  /** As `logIn`, but without opening a page when the SSO allows it: for tests that are not about logging in. */
  signIn(login: string): Promise<void>;
  /** Opens a page. @returns the status of the final answer, after redirects */
  open(path: string): Promise<number>;
  /** Requests a resource that is not a page, with the cookies of this browser. */
  fetch(path: string): Promise<APIResponse>;
  /** Clicks the link of a file. @returns the content that the browser saved */
  download(name: string): Promise<Buffer>;
  /** The names of the files listed on the page. */
  listed(): Promise<string[]>;
}

export type VisitorOptions = Pick<
  BrowserContextOptions,
  'javaScriptEnabled' | 'colorScheme' | 'forcedColors' | 'reducedMotion' | 'viewport' | 'hasTouch' | 'isMobile'
>;

/** A new browser in French, without a session. */
export async function newVisitor(
  browser: Browser,
  publicUrl: string,
  { enter, signIn }: Pick<Stack, 'enter' | 'signIn'>,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: publicUrl, locale: 'fr-FR', ...options });
  context.setDefaultTimeout(PATIENCE);
  // Chromium without a window has no voice, and would hide « Écouter ».
  await context.addInitScript(() => (speechSynthesis.getVoices = () => [{ lang: 'fr-FR' } as SpeechSynthesisVoice]));
  const page = await context.newPage();
  async function logIn(login: string, path = '/'): Promise<void> {
    await page.goto(path);
    await enter(page, login);
    await page.waitForURL(
      ({ origin, pathname, searchParams }) =>
        origin === publicUrl && (pathname !== '/login' || searchParams.has('problem')),
    );
  }
  return {
    page,
    logIn,
    signIn: (login) => (signIn ? signIn(context.request, publicUrl, login) : logIn(login)),
    open: async (path) => (await page.goto(path))?.status() ?? 0,
    fetch: (path) => context.request.get(path, { headers: { accept: 'text/html' }, maxRedirects: 0 }),
    async download(name) {
      const link = fileLink(page, name);
      // The name of a file that a page can show leads to that page.
      const isShown = /\bnodes\//.test((await link.getAttribute('href')) ?? '');
      if (isShown) await link.click();
      const button = isShown ? page.getByRole('link', { name: 'Télécharger', exact: true }) : link;
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      if (isShown) await page.goBack();
      return readFile(await download.path());
    },
    listed: async () => (await page.locator(LISTED).allInnerTexts()).map((text) => text.split('\n')[0] ?? ''),
  };
}

/** The rows of a folder, and its pictures on a pupil's page but for the one of their own files. */
const LISTED = 'th a[data-kind], li:not(:has([href="#pic-own"])) > .v-pic .v-pic-name';

/** The download link of a file. */
export function fileLink(page: Page, name: string): ReturnType<Page['locator']> {
  return page.locator('a[data-kind], a.v-pic', { hasText: name });
}
