// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer } from '@volee/core-adapter';
import { schoolsNamed, type FilesCall } from './schools-named.js';
import { verifySchool, type Fault, type VerifiedSchool } from './verify-school.js';

/** `volee files verify`: the exit code is 1 when something is wrong. */
export async function verifyFiles(call: FilesCall): Promise<CommandAnswer> {
  const schools: VerifiedSchool[] = [];
  for await (const work of schoolsNamed(call)) schools.push(await verifySchool(work, call.signal));
  const count = schools.reduce((sum, { faults }) => sum + faults.length, 0);
  return {
    value: { schools },
    lines: schools.flatMap(linesOf),
    ...(count > 0 && { failure: count === 1 ? 'One thing is wrong.' : `${count} things are wrong.` }),
  };
}

function linesOf({ uai, contents, bytes, faults }: VerifiedSchool): string[] {
  const read = `${uai}: ${contents} contents with ${bytes} bytes were read; ${faults.length} faults.`;
  return [read, ...faults.map((fault) => `${uai}: ${sentenceOf(fault)}`)];
}

function sentenceOf(fault: Fault): string {
  if ('wrong' in fault) {
    const wrong = Object.entries(fault.wrong).map(
      ([column, [is, should]]) => `${column} is ${is} instead of ${should}`,
    );
    return `the counts of the ${fault.kind} ${fault.id} are wrong: ${wrong.join(', ')}.`;
  }
  if (fault.kind === 'orphan') {
    return `the folder ${fault.id} in space ${fault.space} is of no work any more: ${fault.files} files are out of reach.`;
  }
  const { kind, key, code, files } = fault;
  const where = files.map(({ id, space }) => `file ${id} in space ${space}`).join(', ');
  switch (kind) {
    case 'damaged':
      return code === undefined
        ? `the stored content ${key} is damaged: ${where}.`
        : `the stored content ${key} cannot be read (${code}): ${where}.`;
    case 'missing':
      return key === null ? `no content is known: ${where}.` : `the stored content ${key} is missing: ${where}.`;
    case 'tooMuch':
      return `the stored content ${key} is too much: no file has it.`;
  }
}
