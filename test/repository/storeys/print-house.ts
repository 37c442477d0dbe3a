// SPDX-License-Identifier: EUPL-1.2
// npm run house: what the house counts. Each figure should be 0.
import { houseFigures } from './house-figures.js';

const figures = await houseFigures();
for (const { name, faults } of figures) console.log(`${String(faults.length).padStart(4)}  ${name}`);
const faults = figures.flatMap((figure) => figure.faults);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
