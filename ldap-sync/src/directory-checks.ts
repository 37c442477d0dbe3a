// SPDX-License-Identifier: EUPL-1.2
import {
  UnavailableError,
  certificateFinding,
  type Check,
  type Clock,
  type Finding,
  type Log,
} from '@volee/core-adapter';
import type { DirectoryRecord, PersonRecord } from '@volee/core-adapter/directory';

import { isClearText } from './is-clear-text.js';
import { CertificateError } from './ldap/explain.js';
import { withDirectory } from './ldap/open-directory.js';
import { readRecords } from './ldap-source.js';
import type { NamedDirectory } from './settings.js';
import { stableIdFindings } from './stable-id-findings.js';
import type { OpenDirectory } from './ldap/ldap-entry.js';

/**
 * Checks that each server accepts its account, answers page by page, shows schools and the stable ids of people; and how long its
 * certificate lasts.
 */
export function directoryChecks(settings: NamedDirectory, log: Log, clock: Clock): Check[] {
  const servers = settings.url.map((url) => ({ ...settings, url: [url] }));
  return [
    { name: 'directory', run: (signal) => checkServers(servers, log, signal) },
    {
      name: 'certificate',
      run: async (signal) =>
        (await Promise.all(servers.map((server) => checkCertificate(server, clock, signal)))).flat(),
    },
  ];
}

/** With several servers, each unreachable one is a finding while another answers: once that one fails too, nothing is read. */
async function checkServers(
  servers: readonly NamedDirectory[],
  log: Log,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const read = (server: NamedDirectory): Promise<readonly Finding[] | UnavailableError> =>
    withDirectory(server, signal, (directory) => checkReading(directory, server, log)).catch((error: unknown) => {
      if (error instanceof UnavailableError && servers.length > 1) return error;
      throw error;
    });
  const tried = await Promise.all(servers.map(read));
  const state = tried.every((one) => one instanceof UnavailableError) ? 'bad' : 'warn';
  return tried.flatMap((one): readonly Finding[] =>
    one instanceof UnavailableError
      ? [{ state, sentence: one.message, remedy: `${one.remedy ?? 'See to it.'} Or take this server out of url.` }]
      : one,
  );
}

async function checkReading(directory: OpenDirectory, settings: NamedDirectory, log: Log): Promise<Finding[]> {
  const { baseDn, bindDn, layout, pageSize } = settings;
  const [url = ''] = settings.url;
  const { first, persons } = await firstRecords(readRecords(directory, settings, log), pageSize);
  const branch = layout === 'scribe' || layout === 'scribe-ad' ? 'ou=education,' : '';
  const found: Finding =
    first?.type === 'school'
      ? { state: 'good', sentence: `The directory ${url} accepts ${bindDn} and shows schools, first ${first.name}.` }
      : {
          state: 'bad',
          sentence: `The directory ${url} shows no school below ${branch}${baseDn}.`,
          remedy: `Check baseDn${layout === 'custom' ? ' and custom.schools' : ''}, and that ${bindDn} may read what is below it.`,
        };
  return [
    found,
    ...pagingFindings(directory, url),
    ...(await stableIdFindings(directory, { ...settings, url }, persons)),
    ...clearTextFindings(settings),
  ];
}

interface FirstRecords {
  readonly first: DirectoryRecord | undefined;
  /** The people, as many as fill a page if there are that many. */
  readonly persons: readonly PersonRecord[];
}

/**
 * Reads at most a page of people: that is enough to see what the entries of a region look like. A batch would not do, because it holds what
 * the network happened to bring.
 */
async function firstRecords(
  batches: AsyncIterable<readonly DirectoryRecord[]>,
  pageSize: number,
): Promise<FirstRecords> {
  let first: DirectoryRecord | undefined;
  const persons: PersonRecord[] = [];
  for await (const records of batches) {
    first ??= records[0];
    for (const record of records) if (record.type === 'person') persons.push(record);
    if (persons.length >= pageSize) break;
  }
  return { first, persons: persons.slice(0, pageSize) };
}

/** Without pages one answer holds a whole branch, and most servers stop at 500 entries by themselves. */
function pagingFindings({ paging }: OpenDirectory, url: string): Finding[] {
  if (paging) return [{ state: 'good', sentence: `The directory ${url} supports paged results (RFC 2696).` }];
  return [
    {
      state: 'warn',
      sentence: `The directory ${url} does not support paged results (RFC 2696): a large school may exceed its size limit.`,
      remedy: 'Enable paged results there, or lift the size limit for the reading account.',
    },
  ];
}

function clearTextFindings(settings: NamedDirectory): Finding[] {
  if (!isClearText(settings)) return [];
  return [
    {
      state: 'warn',
      sentence: `The password of the directory ${settings.url.join()} crosses the network unencrypted.`,
      remedy: 'Write ldaps:// in url, or startTls: true.',
    },
  ];
}

async function checkCertificate(settings: NamedDirectory, clock: Clock, signal: AbortSignal): Promise<Finding[]> {
  try {
    return await withDirectory(settings, signal, ({ certificateUntil }) =>
      Promise.resolve(
        certificateUntil
          ? [certificateFinding(`The directory ${settings.url.join()}`, certificateUntil, clock.now())]
          : [],
      ),
    );
  } catch (error) {
    // The check that reads the directory reports its faults; reporting them again would repeat them.
    if (!(error instanceof CertificateError)) return [];
    const sentence = `The certificate of the directory ${settings.url.join()} could not be checked.`;
    return [{ state: 'warn', sentence, remedy: 'See directory.' }];
  }
}
