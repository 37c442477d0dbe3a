// SPDX-License-Identifier: EUPL-1.2
import { boardExamples } from './board-examples-for-tests.js';
import { gridExamples } from './grid-examples-for-tests.js';
import { handOverExamples } from './hand-over-examples-for-tests.js';
import { historyExamples } from './history-examples-for-tests.js';
import { lifeExamples } from './life-examples-for-tests.js';

const names = [boardExamples, gridExamples, handOverExamples, historyExamples, lifeExamples].flatMap((examples) =>
  Object.keys(examples),
);

/** The routes that a collège does not have: bilans are written, endorsed, published and offered in écoles. */
export const ecoleRoutes: Readonly<Record<string, 'primary'>> = Object.fromEntries(
  names.filter((name) => name !== 'POST /arrivals').map((name) => [name, 'primary']),
);
