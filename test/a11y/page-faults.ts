// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import { axeViolations, isFirefox } from '../services/index.js';

const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** A finger needs 44 px (WCAG 2.2 §2.5.5); half a pixel is lost in rounding. */
const SMALLEST = 43.5;

/**
 * The faults of the page as it stands, one line each: those that axe finds on a desktop in light and on a phone in dark, and on the phone
 * the parts that do not fit or that are too small for a finger.
 */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [colorScheme, viewport] of [
    ['light', desktop],
    ['dark', phone],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Of a theme that is emulated this Firefox knows nothing: there the page has it by choice.
    if (isFirefox(page))
      await page.evaluate((theme) => (document.documentElement.dataset['bsTheme'] = theme), colorScheme);
    await page.setViewportSize(viewport);
    faults.push(...(await axeViolations(page)).map((line) => `${colorScheme}: ${line}`));
  }
  faults.push(...(await misfits(page)));
  return faults;
}

/** A page at 400 % of a desktop is 320 px wide (WCAG 2.2 §1.4.10). */
export async function sidewaysAt320(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > 320 ? [`320 px: scrolls sideways by ${width - 320} px`] : [];
}

async function misfits(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways = scrollWidth > clientWidth ? [`phone: scrolls sideways by ${scrollWidth - clientWidth} px`] : [];
    const small = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input:not([type=hidden]), select'),
    ]
      // A radio button or a checkbox is also clicked by its label.
      .map(
        (element) =>
          (element instanceof HTMLInputElement && /checkbox|radio/.test(element.type) && element.labels?.[0]) ||
          element,
      )
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isSeen = element.checkVisibility() && width > 1 && height > 1;
        // A link within a sentence is as high as its line (WCAG 2.2 §2.5.8, exception "inline"); a link by itself is not.
        const isInText = [...(element.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
        );
        const isInline = isInText && getComputedStyle(element).display === 'inline';
        return isSeen && !isInline && (width < smallest || height < smallest);
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return `phone: a target of ${Math.round(width)} × ${Math.round(height)} px: ${element.outerHTML.slice(0, 120)}`;
      });
    return [...sideways, ...small];
  }, SMALLEST);
}
