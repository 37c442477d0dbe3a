// SPDX-License-Identifier: EUPL-1.2
import { cpuUsage } from 'node:process';

/** The processor time of this process until now, in user mode and in the system. */
export function processorMilliseconds(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}
