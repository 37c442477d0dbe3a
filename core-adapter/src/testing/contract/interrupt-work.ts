// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '../../api/personal-data.js';
import { fault, reasonOf } from './fault.js';
import type { ContractBench } from './contract-bench.js';

type Work = (data: SchoolData) => Promise<void>;

/** Runs the work while the disk is unavailable, so that it stops half-way, as in a killed process. */
export async function interruptWork(bench: ContractBench, school: string, work: Work): Promise<void> {
  const data = bench.dataIn(school);
  const remove = (): Promise<never> => Promise.reject(new Error('the disk is away'));
  await work({ ...data, storage: { ...data.storage, remove } }).catch(() => undefined);
}

/**
 * Runs the work twice with the disk available again.
 * @throws ContractFault when that fails
 */
export async function finishWork(bench: ContractBench, school: string, where: string, work: Work): Promise<void> {
  for (const time of ['again after an interruption', 'a second time']) {
    try {
      await work(bench.dataIn(school));
    } catch (error) {
      fault(`${where} fails when it is done ${time} (${reasonOf(error)}); missing data must be no error.`);
    }
  }
}
