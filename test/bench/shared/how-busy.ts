// SPDX-License-Identifier: EUPL-1.2
import { cpus, loadavg } from 'node:os';

/** The load of the last minute, the bench itself included. */
export function howBusy(): string {
  const [lastMinute = NaN] = loadavg();
  return `\nLoad of the machine: ${lastMinute.toFixed(1)}, on ${cpus().length} processors.`;
}
