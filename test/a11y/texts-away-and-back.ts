// SPDX-License-Identifier: EUPL-1.2
import type { Locator, Page } from 'playwright-core';

/** Forms that keep their texts themselves: a letter is a draft, and the cells of a livret have versions. */
const KEPT_BY_BRICKS = ['[data-write]', '[data-changes]'];

const TYPED = 'Je n’ai pas fini d’écrire.';

/**
 * Types into each text area of a page that posts it, leaves, and comes back. Texts are thrown away at the end.
 * @returns a line for each text area with a text that would be lost
 */
export async function textsAwayAndBack(page: Page): Promise<string[]> {
  const faults = await page.evaluate((own) => {
    const areas = [...document.querySelectorAll<HTMLTextAreaElement>('textarea:not([readonly])')];
    const lost = areas.filter(({ form }) => {
      const isKept = form?.dataset['kept'] !== undefined || (form?.dataset['keep'] === 'no' && form.matches(own));
      return form?.method === 'post' && !isKept;
    });
    return lost.map(({ outerHTML }) => `a text that nobody keeps: ${outerHTML.slice(0, 120)}`);
  }, KEPT_BY_BRICKS.join());
  const areas = page.locator('form[data-kept] textarea:not([readonly])');
  const ids = await areas.evaluateAll((all) => all.map(({ id }) => id));
  for (const id of ids) {
    const area = page.locator(`textarea[id="${id}"]`);
    await area.evaluate((field) => {
      for (let fold = field.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
        fold.open = true;
    });
    const isSeen = await area.isVisible();
    const before = await area.inputValue();
    await type(page, area, TYPED);
    await page.reload();
    if ((await area.inputValue()) !== TYPED) faults.push(`a text that does not come back: ${id}`);
    else if (isSeen && !(await area.isVisible())) faults.push(`a text that comes back out of sight: ${id}`);
    await type(page, area, before);
    await page.reload();
    if ((await area.inputValue()) !== before) faults.push(`a text that cannot be thrown away: ${id}`);
  }
  return faults;
}

/** Types into a field, also into one that shows for some choices alone, and waits until the text is kept. */
async function type(page: Page, area: Locator, text: string): Promise<void> {
  const kept = page.waitForResponse((response) => response.url().endsWith('/kept') && response.ok());
  await area.evaluate((field: HTMLTextAreaElement, value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
  await kept;
}
