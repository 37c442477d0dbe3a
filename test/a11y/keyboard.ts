// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/** More tab stops than any page has. */
const MOST_STOPS = 60;

interface Focus {
  /** The accessible name: the label, or the text. */
  readonly name: string;
  /** Whether the focus is visible on the screen (WCAG 2.2 §2.4.7, §2.4.11). */
  readonly isSeen: boolean;
}

/**
 * Presses Tab until the focus is on the element with this name.
 * @throws Error when the element cannot be reached, or when the focus is hidden on the way
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  // The page can be used before its style sheet, and with it the focus outline, has loaded.
  await page.waitForLoadState();
  // Keys go to the page in front, in Firefox whichever page is driven.
  await page.bringToFront();
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (!focus.isSeen) throw new Error(`the focus cannot be seen on « ${focus.name} », after ${stops.join(', ')}`);
    if (focus.name.includes(name.replace(/\s+/g, ' '))) return;
    stops.push(focus.name);
  }
  throw new Error(`the Tab key does not lead to « ${name} », but to ${stops.join(', ')}`);
}

export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', isSeen: true };
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const named = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const label = isField
      ? (element.labels?.[0]?.innerText ?? named.map((id) => document.getElementById(id)?.innerText).join(' '))
      : undefined;
    const sign = element.querySelector('svg[aria-label]')?.getAttribute('aria-label');
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return {
      name: (label ?? sign ?? element.innerText).replace(/\s+/g, ' '),
      isSeen: isInSight && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });
}
