// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/** More stops than any page of ours has. */
const MOST_STOPS = 60;

interface Focus {
  /** What it is called: its label, or its text. */
  readonly name: string;
  /** Whether somebody who looks at the screen sees where he is (WCAG 2.2 §2.4.7, §2.4.11). */
  readonly isSeen: boolean;
}

/**
 * Presses Tab until the focus stands on what is called so.
 * @throws Error when it is not to be reached, and when a stop on the way cannot be seen
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  // A page can be used before its style sheet has come, and the outline of the focus with it.
  await page.waitForLoadState();
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (!focus.isSeen) throw new Error(`the focus cannot be seen on « ${focus.name} », after ${stops.join(', ')}`);
    if (focus.name.includes(name)) return;
    stops.push(focus.name);
  }
  throw new Error(`the Tab key does not lead to « ${name} », but to ${stops.join(', ')}`);
}

export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', isSeen: true };
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
    const sign = element.querySelector('svg[aria-label]')?.getAttribute('aria-label');
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return {
      name: label ?? sign ?? element.innerText,
      isSeen: isInSight && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });
}
