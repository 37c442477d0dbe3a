// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '@volee/core-adapter';
import type { DirectoryRecord, DirectorySource, SourceChanges } from '@volee/core-adapter/directory';
import { readFingerprint, settingsPrint } from './directory-fingerprint.js';
import { readDirectoryState } from './ldap/directory-state.js';
import { EntrySum } from './ldap/entry-sum.js';
import type { LdapDirectory, OpenDirectory } from './ldap/ldap-entry.js';
import { openDirectory, withDirectory } from './ldap/open-directory.js';
import { layoutOf } from './mapping/layouts.js';
import { nameSchool } from './mapping/name-school.js';
import { readChanges, type DirectoryCursor } from './mapping/read-changes.js';
import { readLayout } from './mapping/read-layout.js';
import { loginEntriesReader } from './read-login-entries.js';
import { flattenBatches } from './flatten-batches.js';
import { ReadingDigest } from './reading-digest.js';
import { ONLY_SOURCE, type NamedDirectory } from './settings.js';

/** A change number of one server that may write; those of several have no common order. */
const CHANGE_NUMBER = /^\d{14}\.\d{6}Z#[0-9a-f]{6}#[0-9a-f]{3}#[0-9a-f]{6}$/;

/** Names for people of the only directory, by layout. Of several directories, the operator names each. */
const LABELS: Partial<Record<NamedDirectory['layout'], string>> = {
  scribe: 'Scribe',
  'scribe-ad': 'Scribe',
  sdet: 'ENT',
};

/** One configured directory, to be read as often as the host wants. */
export function ldapSource(directory: NamedDirectory, log: Log): DirectorySource {
  const { name, schedule, fullRead, follow, guard, checkLogins } = directory;
  const label = directory.label ?? (name === ONLY_SOURCE ? LABELS[directory.layout] : undefined);
  return {
    name,
    ...(label === undefined ? {} : { label }),
    fullSyncInterval: fullRead,
    guard,
    ...(schedule === undefined ? {} : { schedule }),
    ...(follow === undefined ? {} : { pollInterval: follow }),
    fingerprint: (signal) => withDirectory(directory, signal, (open) => readFingerprint(open, directory)),
    digest: (signal) => digestOf(directory, log, signal),
    read: (signal, saveCursor, saveDigest) =>
      flattenBatches(readDirectory(directory, log, signal, { saveCursor, saveDigest })),
    ...(checkLogins && { entriesOf: loginEntriesReader(directory, checkLogins) }),
    changes: (cursor, signal) => changesOf(directory, cursor, signal),
  };
}

/** Every record of a directory that is open, schools first. @throws UnavailableError that names a school which is elsewhere */
export async function* readRecords(
  directory: LdapDirectory,
  settings: NamedDirectory,
  log: Log,
  seen?: EntrySum,
): AsyncGenerator<readonly DirectoryRecord[], void, undefined> {
  try {
    yield* readLayout(layoutOf(settings), directory, settings, log, seen);
  } catch (error) {
    throw nameSchool(error);
  }
}

interface ReadingResults {
  readonly saveCursor: ((cursor: string) => void) | undefined;
  readonly saveDigest: ((digest: string) => void) | undefined;
}

async function* readDirectory(
  settings: NamedDirectory,
  log: Log,
  signal: AbortSignal,
  { saveCursor, saveDigest }: ReadingResults,
): AsyncGenerator<readonly DirectoryRecord[], void, undefined> {
  const directory = await openLogged(settings, log, signal);
  try {
    // The state is read before the rest, so that changes during the reading are read again the next time.
    const csn = await readDirectoryState(directory, settings.baseDn);
    const seen = new EntrySum();
    const digest = new ReadingDigest(settings);
    yield* readRecords(digest.watch(directory), settings, log, seen);
    const cursor = csn === undefined ? undefined : writeCursor({ csn, seen: String(seen) }, settings);
    if (cursor !== undefined) saveCursor?.(cursor);
    const all = digest.end();
    if (all !== undefined) saveDigest?.(all);
  } finally {
    directory.close();
  }
}

/** Sends the same searches as `readRecords` and decodes no person and no group. Schools are decoded: they tell where to search. */
async function digestOf(settings: NamedDirectory, log: Log, signal: AbortSignal): Promise<string | undefined> {
  const open = await openLogged(settings, log, signal);
  try {
    const digest = new ReadingDigest(settings);
    const directory = digest.watch(open);
    const { contents } = await layoutOf(settings).survey(directory, settings);
    for (const { search } of contents) await directory.skim({ ...search, mayLack: () => true });
    return digest.end();
  } catch (error) {
    throw nameSchool(error);
  } finally {
    open.close();
  }
}

function openLogged(settings: NamedDirectory, log: Log, signal: AbortSignal): Promise<OpenDirectory> {
  return openDirectory(settings, signal, (failures) => {
    const failed = failures.map(({ message, remedy }) => ({ message, remedy }));
    log.warn({ source: settings.name, failed }, 'servers of the directory did not answer; the next one is read');
  });
}

async function changesOf(
  settings: NamedDirectory,
  text: string,
  signal: AbortSignal,
): Promise<SourceChanges | undefined> {
  const cursor = readCursor(text, settings);
  if (!cursor) return undefined;
  return withDirectory(settings, signal, async (directory) => {
    const csn = await readDirectoryState(directory, settings.baseDn);
    const next = csn === undefined ? undefined : writeCursor({ csn, seen: cursor.seen }, settings);
    const records = next && (await readChanges(layoutOf(settings), directory, settings, cursor));
    return next !== undefined && records ? { records, cursor: next } : undefined;
  });
}

/** The position of a reading, as a text for the host to keep; undefined when no change could be found from there. */
function writeCursor({ csn, seen }: DirectoryCursor, settings: NamedDirectory): string | undefined {
  return CHANGE_NUMBER.test(csn) ? [csn, seen, settingsPrint(settings)].join(' ') : undefined;
}

/** Undefined when it was written with other settings: what they make of an entry is not the same. */
function readCursor(text: string, settings: NamedDirectory): DirectoryCursor | undefined {
  const [csn = '', seen = '', print] = text.split(' ');
  return CHANGE_NUMBER.test(csn) && print === settingsPrint(settings) ? { csn, seen } : undefined;
}
