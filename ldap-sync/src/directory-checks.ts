// SPDX-License-Identifier: EUPL-1.2
import {
  certificateFinding,
  type Check,
  type Clock,
  type DirectoryRecord,
  type Finding,
  type Log,
} from '@volee/core-adapter';

import { isClearText } from './is-clear-text.js';
import { withDirectory, type OpenDirectory } from './ldap/open-directory.js';
import { readRecords } from './ldap-source.js';
import type { NamedDirectory } from './settings.js';

/** Whether a directory lets its account in, answers page by page and shows schools; and how long its certificate lasts. */
export function directoryChecks(settings: NamedDirectory, log: Log, clock: Clock): Check[] {
  return [
    {
      name: 'directory',
      run: (signal) => withDirectory(settings, signal, (directory) => checkReading(directory, settings, log)),
    },
    { name: 'certificate', run: (signal) => checkCertificate(settings, clock, signal) },
  ];
}

async function checkReading(directory: OpenDirectory, settings: NamedDirectory, log: Log): Promise<Finding[]> {
  const { url, baseDn, bindDn } = settings;
  const first = await firstRecord(readRecords(directory, settings, log));
  const found: Finding =
    first?.type === 'school'
      ? { state: 'good', sentence: `The directory ${url} lets ${bindDn} in and shows schools, ${first.name} first.` }
      : {
          state: 'bad',
          sentence: `The directory ${url} shows no school below ou=education,${baseDn}.`,
          remedy: `Check baseDn, and that ${bindDn} may read what is below it.`,
        };
  return [found, ...pagingFindings(directory, url), ...clearTextFindings(settings)];
}

async function firstRecord(records: AsyncIterable<DirectoryRecord>): Promise<DirectoryRecord | undefined> {
  for await (const record of records) return record;
  return undefined;
}

/** Without pages one answer holds a whole branch, and most servers stop at 500 entries by themselves. */
function pagingFindings({ paging }: OpenDirectory, url: string): Finding[] {
  if (paging) return [{ state: 'good', sentence: `The directory ${url} answers page by page (RFC 2696).` }];
  return [
    {
      state: 'warn',
      sentence: `The directory ${url} does not answer page by page (RFC 2696): a large school may pass its size limit.`,
      remedy: 'Switch paged results on there, or lift the size limit for the account that reads.',
    },
  ];
}

function clearTextFindings(settings: NamedDirectory): Finding[] {
  if (!isClearText(settings)) return [];
  return [
    {
      state: 'warn',
      sentence: `The password of the directory ${settings.url} crosses the network unencrypted.`,
      remedy: 'Write ldaps:// in url, or startTls: true.',
    },
  ];
}

async function checkCertificate(settings: NamedDirectory, clock: Clock, signal: AbortSignal): Promise<Finding[]> {
  try {
    return await withDirectory(settings, signal, ({ certificateUntil }) =>
      Promise.resolve(
        certificateUntil ? [certificateFinding(`The directory ${settings.url}`, certificateUntil, clock.now())] : [],
      ),
    );
  } catch (error) {
    // What is wrong with the directory is told once, by the check of the reading.
    if (!(error instanceof Error && error.message.includes('shows a certificate'))) return [];
    const sentence = `The certificate of the directory ${settings.url} could not be looked at.`;
    return [{ state: 'warn', sentence, remedy: 'See directory.' }];
  }
}
