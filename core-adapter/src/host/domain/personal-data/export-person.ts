// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import { UnavailableError } from '../../../api/errors.js';
import type { PersonExport, PersonInSchool } from '../../../api/personal-data.js';
import { CLI } from '../audit/actors.js';
import type { AuditedAction } from '../audit/audit-trail.js';
import type { PersonalDataServices } from './personal-data-services.js';
import { errorMessage } from '../../infra/util/error-message.js';
import { remedyOf } from '../../infra/util/error-text.js';
import { brickDataIn } from '../bricks/brick-data-in.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import { createArchive, writeArchive, type ArchivedFile } from './archive.js';
import { coreRecords } from './core-records.js';
import { schoolsEver } from './find-leavers.js';
import { findPersonCalled } from './find-person-called.js';
import {
  bricksWithPersonalData,
  failedBricksWithPersonalData,
  type BrickWithPersonalData,
} from './bricks-with-personal-data.js';
import { leftoverBricks } from './leftover-bricks.js';
import { silentBrick } from './silent-brick.js';
import { sourceKeysOf } from './source-keys.js';
import { standInForLost, type Archived } from './stand-in-for-lost.js';

export interface ExportOptions {
  /** For a person who has left: their key in the directory. */
  readonly login: string;
  readonly source?: string | undefined;
  /** The file to create. */
  readonly out: string;
}

export interface ExportReport {
  readonly personId: string;
  /** The number of files in the archive. */
  readonly files: number;
  /** The paths of files that the storage has lost: a text stands in for each. */
  readonly lost: readonly string[];
  /** Bricks with tables that are missing from the settings: their data is not in the archive. */
  readonly leftovers: readonly string[];
}

/**
 * Writes all data of host and bricks about one person into a ZIP file: `data.json`, and files below `files/`. All or nothing: a partial
 * copy does not answer the request of a person for their data. Only for a content that the storage has lost, a text stands in, and `data.json`
 * names it under `lost`.
 * @throws NotFoundError, ConflictError when several directories know the login, or the file exists
 * @throws UnavailableError when a brick cannot export its data
 */
export async function exportPerson(context: PersonalDataServices, options: ExportOptions): Promise<ExportReport> {
  const personId = await findPersonCalled(context.database.unitOfWork, options);
  refuseSilentBricks(context);
  return audited(context, { actor: CLI, uai: null }, personId, async () => {
    const { data, files, lost, leftovers } = await gather(context, personId);
    await writeArchive(options.out, data, files);
    return { personId, files: files.length, lost, leftovers };
  });
}

/**
 * As `exportPerson`, for the signed-in user and as a stream. The data of bricks is gathered before `send` is called.
 * @throws UnavailableError when a brick cannot export its data; and the errors of `send`
 */
export async function exportOwnData(
  context: PersonalDataServices,
  personId: string,
  send: (archive: Readable) => Promise<void>,
): Promise<void> {
  refuseSilentBricks(context);
  await audited(context, { actor: personId, uai: null }, personId, async () => {
    const { data, files, leftovers } = await gather(context, personId);
    if (leftovers.length > 0) context.log.warn({ leftovers }, 'tables of removed bricks were not exported');
    await send(createArchive(data, files));
  });
}

/**
 * Streams what one brick keeps about the signed-in user in one school that they have left, with these documents beside it. The data is gathered
 * before `send` is called.
 * @throws UnavailableError when the brick cannot export its data; and the errors of `send`
 */
export async function exportFromSchool(
  context: PersonalDataServices,
  { personId, brick, uai }: { personId: string; brick: BrickWithPersonalData; uai: string },
  documents: readonly ArchivedFile[],
  send: (archive: Readable) => Promise<void>,
): Promise<void> {
  await audited(context, { actor: personId, uai }, personId, async () => {
    const sourceKeys = await context.database.unitOfWork.run((manager) => sourceKeysOf(manager, personId));
    const given = await askBrick(context, brick, { ...brickDataIn(context, brick, uai), personId, sourceKeys });
    const { files, lost } = await readable(context, archived(context, brick, uai, given));
    const data = { madeAt: context.clock.now(), school: uai, ...lostLine(lost), [brick.id]: given.records };
    await send(createArchive(data, [...documents, ...files]));
  });
}

function refuseSilentBricks(context: PersonalDataServices): void {
  const [silent] = failedBricksWithPersonalData(context);
  if (silent) throw silentBrick(silent, 'Nothing was written');
}

/** The audit line is written afterwards: a transaction must not wait for streams. */
async function audited<R>(
  { auditTrail }: PersonalDataServices,
  by: Pick<AuditedAction, 'actor' | 'uai'>,
  person: string,
  work: () => Promise<R>,
): Promise<R> {
  const done = work();
  await done.catch(() => undefined);
  const subject = { person };
  return auditTrail.record({ ...by, action: 'core.person.export', subject }, async () => ({
    ...{ subject, result: await done },
  }));
}

interface Gathered extends Pick<ExportReport, 'leftovers'>, Archived {
  readonly data: object;
}

async function gather(context: PersonalDataServices, personId: string): Promise<Gathered> {
  const { database, clock, bricks } = context;
  const schools = await database.unitOfWork.run((manager) => schoolsEver(manager, personId));
  const sourceKeys = await database.unitOfWork.run((manager) => sourceKeysOf(manager, personId));
  const all: ArchivedFile[] = [];
  const kept: [brickId: string, bySchool: Readonly<Record<string, PersonExport['records']>>][] = [];
  for (const brick of bricksWithPersonalData(context)) {
    const bySchool = new Map<string, PersonExport['records']>();
    for (const uai of schools) {
      const given = await askBrick(context, brick, { ...brickDataIn(context, brick, uai), personId, sourceKeys });
      bySchool.set(uai, given.records);
      all.push(...archived(context, brick, uai, given));
    }
    if (bySchool.size > 0) kept.push([brick.id, Object.fromEntries(bySchool)]);
  }
  const volee = await database.unitOfWork.run((manager) => coreRecords(manager, personId));
  const leftovers = await leftoverBricks(
    database,
    bricks.map(({ id }) => id),
  );
  const { files, lost } = await readable(context, all);
  const data = { madeAt: clock.now(), ...lostLine(lost), volee, bricks: Object.fromEntries(kept) };
  return { data, files, lost, leftovers };
}

/** Replaces each file that the storage has lost by a text, and logs how many there are. */
async function readable({ log }: PersonalDataServices, all: readonly ArchivedFile[]): Promise<Archived> {
  const found = await standInForLost(all);
  if (found.lost.length > 0) log.error({ lost: found.lost.length }, 'The storage has lost contents of an export.');
  return found;
}

/** The line of `data.json` that names the lost files, if there are any. */
function lostLine(lost: readonly string[]): { readonly lost?: readonly string[] } {
  return lost.length > 0 ? { lost } : {};
}

async function askBrick(
  context: PersonalDataServices,
  brick: BrickWithPersonalData,
  person: PersonInSchool,
): Promise<PersonExport> {
  try {
    return await withTimeout(context.limits.personalData, async () => brick.personalData.exportPerson(person));
  } catch (error) {
    throw new UnavailableError(
      `${brick.id} could not give out what it keeps in ${person.uai} (${errorMessage(error)}); nothing was written.`,
      { remedy: remedyOf(error), cause: error },
    );
  }
}

function archived(
  context: PersonalDataServices,
  brick: BrickWithPersonalData,
  uai: string,
  { files = [] }: PersonExport,
): ArchivedFile[] {
  const { storage } = brickDataIn(context, brick, uai);
  // Numbered, since two files may share a name; slashes are replaced, since a name may look like a path.
  return files.map(({ name, key }, index) => ({
    path: `files/${brick.id}/${uai}/${index + 1}-${name.replace(/[/\\]/g, '_')}`,
    open: () => storage.open(key),
  }));
}
