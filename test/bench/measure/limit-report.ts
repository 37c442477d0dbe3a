// SPDX-License-Identifier: EUPL-1.2
import { stdout } from 'node:process';

/** Prints figures, and whether each limit holds. */
export class LimitReport {
  #broken = 0;

  /** The number of limits that do not hold. */
  get broken(): number {
    return this.#broken;
  }

  say(text: string): void {
    stdout.write(`${text}\n`);
  }

  limit(name: string, figure: number, most: number, unit: string): void {
    const said = unit === '×' ? `×${figure.toFixed(2)}, at most ×${most}` : inUnit(figure, most, unit);
    this.#judge(name, said, figure <= most);
  }

  /** Prints a ratio that must not be smaller than the limit. */
  least(name: string, ratio: number, least: number): void {
    this.#judge(name, `×${ratio.toFixed(2)}, at least ×${least}`, ratio >= least);
  }

  #judge(name: string, said: string, holds: boolean): void {
    if (!holds) this.#broken += 1;
    this.say(`  ${name} ${said}: ${holds ? 'holds' : 'does NOT hold'}.`);
  }
}

function inUnit(figure: number, most: number, unit: string): string {
  const shown = Number.isInteger(figure) ? String(figure) : figure.toFixed(figure < 100 ? 1 : 0);
  return `${shown}${unit === '' ? '' : ` ${unit}`}, at most ${most}${unit === '' ? '' : ` ${unit}`}`;
}
