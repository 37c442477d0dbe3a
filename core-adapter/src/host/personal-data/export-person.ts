// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../api/errors.js';
import type { PersonExport, PersonInSchool } from '../../api/personal-data.js';
import { CLI } from '../audit/actors.js';
import type { HostContext } from '../host-context.js';
import { sentenceOf } from '../sentence-of.js';
import { heldIn } from '../storage/held-in.js';
import { within } from '../within.js';
import { writeArchive, type ArchivedFile } from './archive.js';
import { coreRecords } from './core-records.js';
import { schoolsEver } from './find-leavers.js';
import { findPersonCalled } from './find-person-called.js';
import { keepingBricks, silentBricks, type KeepingBrick } from './held-data.js';
import { leftoverBricks } from './leftover-bricks.js';
import { sourceKeysOf } from './source-keys.js';

export interface ExportOptions {
  /** Of who has left: his key in the directory. */
  readonly login: string;
  readonly source?: string | undefined;
  /** The file to make. */
  readonly out: string;
}

export interface ExportReport {
  readonly personId: string;
  /** How many files are in it. */
  readonly files: number;
  /** Bricks with tables that the settings do not name: what they hold is not in it. */
  readonly leftovers: readonly string[];
}

/**
 * Writes all that host and bricks keep of one person into a ZIP file: `data.json`, and the contents of files below `files/`. All of it
 * or nothing: what lacks a part is no answer to who asks for his data.
 * @throws NotFoundError, ConflictError when several directories know the login, or the file is there already
 * @throws UnavailableError when a brick cannot give out what it keeps
 */
export async function exportPerson(context: HostContext, options: ExportOptions): Promise<ExportReport> {
  const { database, auditTrail } = context;
  const personId = await findPersonCalled(database.unitOfWork, options);
  const [silent] = silentBricks(context);
  if (silent) throw new UnavailableError(`${silent.cause} Nothing was written: mend it, or take it out of volee.yaml.`);

  const audited = { actor: CLI, uai: null, action: 'core.person.export', subject: { person: personId } };
  // Written down afterwards: a transaction must not wait for streams.
  const written = writeExport(context, personId, options.out);
  await written.catch(() => undefined);
  return auditTrail.record(audited, () => written);
}

async function writeExport(context: HostContext, personId: string, out: string): Promise<ExportReport> {
  const { database, clock, bricks } = context;
  const schools = await database.unitOfWork.run((manager) => schoolsEver(manager, personId));
  const sourceKeys = await database.unitOfWork.run((manager) => sourceKeysOf(manager, personId));
  const files: ArchivedFile[] = [];
  const kept: [brickId: string, bySchool: Readonly<Record<string, PersonExport['records']>>][] = [];
  for (const brick of keepingBricks(context)) {
    const bySchool = new Map<string, PersonExport['records']>();
    for (const uai of schools) {
      const given = await askBrick(context, brick, { ...heldIn(context, brick, uai), personId, sourceKeys });
      bySchool.set(uai, given.records);
      files.push(...archived(context, brick, uai, given));
    }
    if (bySchool.size > 0) kept.push([brick.id, Object.fromEntries(bySchool)]);
  }
  const volee = await database.unitOfWork.run((manager) => coreRecords(manager, personId));
  await writeArchive(out, { madeAt: clock.now(), volee, bricks: Object.fromEntries(kept) }, files);
  const leftovers = await leftoverBricks(
    database,
    bricks.map(({ id }) => id),
  );
  return { personId, files: files.length, leftovers };
}

async function askBrick(context: HostContext, brick: KeepingBrick, person: PersonInSchool): Promise<PersonExport> {
  try {
    return await within(context.limits.personalData, async () => brick.personalData.exportPerson(person));
  } catch (error) {
    throw new UnavailableError(
      `${brick.id} could not give out what it keeps in ${person.uai} (${sentenceOf(error)}); nothing was written.`,
      error,
    );
  }
}

function archived(
  context: HostContext,
  brick: KeepingBrick,
  uai: string,
  { files = [] }: PersonExport,
): ArchivedFile[] {
  const { storage } = heldIn(context, brick, uai);
  // Numbered: two files may have one name, and a name may be a path.
  return files.map(({ name, key }, index) => ({
    path: `files/${brick.id}/${uai}/${index + 1}-${name.replace(/[/\\]/g, '_')}`,
    open: () => storage.open(key),
  }));
}
