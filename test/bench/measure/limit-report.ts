// SPDX-License-Identifier: EUPL-1.2
import process from 'node:process';
import { say } from '../shared/say.js';

/** Prints figures, and whether each limit holds. */
export class LimitReport {
  #broken = 0;

  say(text: string): void {
    say(text);
  }

  /** Says whether every limit holds. The exit code is 1 when one does not. */
  conclude(): void {
    this.say(this.#broken === 0 ? 'Every limit holds.' : `${this.#broken} limits do NOT hold.`);
    if (this.#broken > 0) process.exitCode = 1;
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
