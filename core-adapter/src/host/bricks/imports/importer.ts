// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource, DirectoryRecord } from '../../../api/directory/directory-source.js';
import { ConflictError, NotFoundError, InputError } from '../../../api/errors.js';
import type { ApplyImport, Importer, ImportPlan, ImportSource, PlanOptions } from '../../../api/directory/imports.js';
import type { School } from '../../../api/people.js';
import { CLI } from '../../domain/audit/actors.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { BrickScope } from '../../infra/util/brick-scope.js';
import { sourceIn } from '../wrap-in-scope.js';
import type { SyncRun } from '../../domain/sync/runs/sync-runs.js';
import { untilWritten } from '../../domain/sync/runs/until-written.js';
import type { SyncService } from '../../domain/sync/sync-service.js';
import { presentImport } from './present-import.js';
import type { ImportTools } from './import-tools.js';
import { normaliseUai } from '../../domain/sync/snapshot/normalise-record.js';

/** The importer of one source of uploaded files; it uses the sync service like any directory. */
export function createImporter(scope: BrickScope, { name, school: uai }: ImportSource, tools: ImportTools): Importer {
  const { sync, directory } = tools;

  /** The error does not tell whether the run exists: it may be a run of another school (T1). */
  async function find(run: number): ReturnType<SyncService['show']> {
    const shown = await sync.show(run);
    if (shown.source !== name)
      throw new NotFoundError(`There is no run ${run} of "${name}".`, { details: { run, source: name } });
    return shown;
  }

  async function present(run: number, language: PlanOptions['language'] = 'en'): Promise<ImportPlan> {
    const shown = await find(run);
    const uais = new Set(shown.verdict?.reasons.flatMap((reason) => reason.uai ?? []));
    const named = await Promise.all([...uais].map((one) => directory.school(one)));
    const schools = new Map(named.flatMap((one) => (one ? [[one.uai, one.name] as const] : [])));
    return presentImport(shown, schools, language);
  }

  return {
    async plan(read, { language, signal = new AbortController().signal } = {}) {
      const source: DirectorySource = sourceIn(scope, { name, read: (until) => eachOf(read(until)) });
      const school = uai === undefined ? undefined : await knownSchool(directory, uai);
      const { id } = await sync.plan(
        school ? { name, read: (until) => recordsOfSchool(school, source.read(until)) } : source,
        signal,
        uai,
      );
      return present(id, language);
    },
    show: (run, { language } = {}) => present(run, language),
    async apply(run, options) {
      const { state } = await find(run);
      // A run that changes nothing has no line; classes are compared all the same.
      if (state === 'unchanged') await sync.apply(run);
      else await applyAudited(tools, { source: name, uai }, run, options);
      return present(run, options.language);
    },
    applied: () => sync.applied(name),
  };
}

async function* eachOf<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  for await (const item of items) yield item;
}

async function knownSchool(directory: Pick<Directory, 'school'>, uai: string): Promise<School> {
  const school = await directory.school(uai);
  if (!school) {
    throw new NotFoundError(`The school ${uai} does not exist; a directory must name it first.`, {
      remedy: '"volee school list" lists the known schools.',
      details: { uai },
    });
  }
  return school;
}

/** Applies a run, and records its outcome in the audit trail. */
async function applyAudited(
  { sync, auditTrail, database }: Pick<ImportTools, 'sync' | 'auditTrail' | 'database'>,
  { source, uai }: { readonly source: string; readonly uai: string | undefined },
  run: number,
  { by, approve }: ApplyImport,
): Promise<SyncRun> {
  const approval = approve === undefined ? {} : { approve: { by, reason: approve } };
  const subject = { source, run, ...(approve !== undefined && { reason: approve }) };
  const audited = {
    actor: by.startsWith('cli:') ? CLI : by,
    uai: uai ?? null,
    action: 'core.import.apply',
    subject,
  };
  // Applying commits its own transaction, so the line is recorded after it, also for a failure.
  const applied = await sync.apply(run, approval).catch(async (error: unknown) => {
    // When two requests come at once, the second one must see the outcome of the first.
    if (error instanceof ConflictError) await untilWritten(database.unitOfWork, run);
    return auditTrail.record<SyncRun>(audited, () => {
      throw error;
    });
  });
  await auditTrail.note(audited);
  return applied;
}

/**
 * The records of files of one school. The host names the school: its name in the files is ignored.
 * @throws InputError at the first record of another school: the files may not change it
 */
async function* recordsOfSchool(
  { uai, name, kind }: School,
  records: AsyncIterable<DirectoryRecord>,
): AsyncGenerator<DirectoryRecord> {
  yield { type: 'school', uai, name, kind };
  for await (const record of records) {
    // Both ends of a kinship are people of this source, and so of this school.
    if (record.type !== 'kinship' && normaliseUai(record.uai) !== uai) {
      throw new InputError(
        `The files are those of ${uai}, and name a ${record.type} of ${normaliseUai(record.uai).slice(0, 20)}.`,
        { remedy: 'Hand over files of that school alone.' },
      );
    }
    if (record.type !== 'school') yield record;
  }
}
