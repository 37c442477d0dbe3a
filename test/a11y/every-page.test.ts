// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { PAGES } from './every-page-list.js';
import { EveryPageTour } from './every-page-tour.js';

describeWith(['chromium'], 'every page, in light and in dark, on a desktop and on a phone', () => {
  const tour = new EveryPageTour();

  test.each(PAGES.filter(({ login }) => login !== undefined))('$name', (page) => tour.lookAt(page));
});
