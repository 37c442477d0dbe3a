// SPDX-License-Identifier: EUPL-1.2
import { text } from 'node:stream/consumers';
import type { PersonalDataHandlers } from '../../api/personal-data.js';
import { fault, reasonOf } from './fault.js';
import type { SamplePerson } from './sample-people.js';
import type { ContractBench } from './contract-bench.js';

/** The records and file contents that `exportPerson` returns, as one text. */
export async function exportAsText(
  bench: ContractBench,
  { exportPerson }: PersonalDataHandlers,
  role: SamplePerson['role'],
  school: string,
): Promise<string> {
  const data = bench.dataIn(school);
  try {
    const { records, files = [] } = await exportPerson({ ...data, ...(await bench.identityOf(role)) });
    let given = JSON.stringify(records);
    for (const { name, key } of files) given += name + (await text(await data.storage.open(key)));
    return given;
  } catch (error) {
    return fault(
      `exportPerson of ${role} in ${school} fails (${reasonOf(error)}); return records that JSON can represent.`,
    );
  }
}
