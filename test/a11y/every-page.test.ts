// SPDX-License-Identifier: EUPL-1.2
import { describeWith } from '../services/index.js';
import { PAGES } from './every-page-list.js';
import { EveryPageTour } from './every-page-tour.js';
import { testOf } from './test-of.js';

describeWith(['chromium'], 'every page, in light and in dark, on a desktop and on a phone', () => {
  const tour = new EveryPageTour();

  for (const page of PAGES.filter(({ login }) => login !== undefined)) testOf(page)(page.name, () => tour.lookAt(page));
});
