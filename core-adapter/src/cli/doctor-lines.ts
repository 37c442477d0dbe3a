// SPDX-License-Identifier: EUPL-1.2
import { styleText } from 'node:util';
import type { Diagnosis } from '../host/app/doctor/examine.js';

const SIGNS = { good: '✔ good', warn: '! warn', bad: '✘ bad ' } as const;
const COLOURS = { good: 'green', warn: 'yellow', bad: 'red' } as const;

/** The report as text: a sign and a word, the check and its finding, with the remedy below. */
export function doctorLines(diagnoses: readonly Diagnosis[], coloured: boolean): string[] {
  const width = Math.max(...diagnoses.map(({ check }) => check.length));
  return diagnoses.flatMap((line) => {
    const sign = coloured ? styleText(COLOURS[line.state], SIGNS[line.state]) : SIGNS[line.state];
    const finding = `${sign}  ${line.check.padEnd(width)}  ${line.sentence}`;
    return line.state === 'good'
      ? [finding]
      : [finding, `${' '.repeat(SIGNS.good.length + width + 4)}→ ${line.remedy}`];
  });
}
