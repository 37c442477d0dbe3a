// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core';

import { describeWith, launchChromium } from '../services/index.js';

/** A script of the host, from the folder of the repository. */
const asset = (name: string): string => `core-adapter/assets/${name}`;

describeWith(['chromium'], 'the scripts of every page', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());
  afterAll(() => browser?.close());

  /** Opens a text in French that can be read out, in a browser with these voices. */
  async function openText(...voices: string[]): Promise<void> {
    await page.setContent(
      '<html lang="fr"><main><p id="text">Lis.</p><button hidden data-listen="text"><span>Écouter</span></button></main>',
    );
    await page.evaluate(hasVoices, voices);
    await page.addScriptTag({ path: asset('listen.js') });
  }

  const hasVoices = (voices: string[]): void => {
    speechSynthesis.getVoices = () => voices.map((lang) => ({ lang }) as SpeechSynthesisVoice);
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  };
  const isShown = (): Promise<boolean> => page.getByRole('button', { name: 'Écouter' }).isVisible();

  test.each([
    ['none', [], false],
    ['another language', ['en-GB', 'fro'], false],
    ['Apple and Windows', ['en-US', 'fr-CA'], true],
    ['Android', ['fr_FR'], true],
  ])('« Écouter » needs a voice for the language of the page: %s', async (_name, voices, expected) => {
    await openText(...voices);
    expect(await isShown()).toBe(expected);
  });

  test('« Écouter » appears when voices are loaded after the page', async () => {
    await openText();
    expect(await isShown()).toBe(false);
    await page.evaluate(hasVoices, ['fr-FR']);
    expect(await isShown()).toBe(true);
  });

  test('the current tab stays in sight when a device is turned', async () => {
    await page.setViewportSize({ width: 900, height: 400 });
    await page.setContent(
      `<nav class="v-tabs" style="display:flex;overflow:auto;position:relative;padding-right:14rem"><a style="flex:0 0 150px;position:sticky;left:0">Premier</a>${'<a style="flex:0 0 70px">Onglet</a>'.repeat(5)}<a style="flex:0 0 150px" aria-current="page">Ici</a></nav>`,
    );
    await page.addScriptTag({ path: asset('shell.js') });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.waitForFunction(() => {
      const box = document.querySelector('[aria-current]')?.getBoundingClientRect();
      return box !== undefined && box.right <= innerWidth;
    });
    // The first tab, which stays, cuts none of the others.
    const cut = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.v-tabs a')].map((tab) => tab.getBoundingClientRect());
      const right = boxes[0]?.right ?? 0;
      return boxes.slice(1).filter((box) => box.left < right - 1 && box.right > right + 1).length;
    });
    expect(cut).toBe(0);
  });
});
