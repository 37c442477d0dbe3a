// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { NotFoundError, UnavailableError } from '../../../api/errors.js';
import { ActivationRow } from '../activation/activation.entity.js';
import { CLI } from '../audit/actors.js';
import { lockSchool } from '../directory/lock-school.js';
import { forgetJobs } from '../jobs/forget-jobs.js';
import { SchoolRow } from '../directory/school.entity.js';
import { endParcelsTo } from '../hand-over/forget-parcels.js';
import type { PersonalDataServices } from './personal-data-services.js';
import type { FailedBrick, LoadedBrick, ReadyBrick } from '../bricks/loaded-brick.js';
import { errorMessage } from '../../infra/util/error-message.js';
import { bothRemedies, remedyOf } from '../../infra/util/error-text.js';
import { brickDataIn } from '../bricks/brick-data-in.js';
import { forgetVisitedSchool } from '../sessions/forget-visited-school.js';
import { forgetSchoolRead } from '../sync/forget-school-read.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import { disableImported, personsEver } from './disable-imported.js';
import { failedWithRows } from './bricks-with-personal-data.js';
import { leftoverBricks } from './leftover-bricks.js';
import { silentBrick } from './silent-brick.js';

export interface ClosingReport {
  readonly name: string;
  /** The number of people disabled because they had no other school and were known from imports alone; they are erased after the delay. */
  readonly left: number;
  /** Bricks with tables that are missing from the settings: their data about the school stays. */
  readonly leftovers: readonly string[];
}

/**
 * Removes a school: switches its bricks off, then deletes the data of bricks and host there. People stay; the next sync disables those
 * without another school, or this call when only imports name them. A directory that still names the school restores it, empty.
 * @throws NotFoundError
 * @throws UnavailableError when a brick is not running (nothing is changed), or when a brick fails (the school stays)
 */
export async function closeSchool(context: PersonalDataServices, uai: string): Promise<ClosingReport> {
  const { directory, database, bricks, activations, auditTrail, sessions, tokens, sources, clock } = context;
  const school = await directory.school(uai);
  if (!school) {
    throw new NotFoundError(`The school ${uai} does not exist.`, {
      remedy: '"volee school list" lists the known schools.',
    });
  }
  const { name } = school;
  const [failed] = failedWithRows(context);
  const silent = failed ?? bricks.find(isSilentSource);
  if (silent) throw silentBrick(silent, 'Nothing was changed');

  // First, so that no user adds data to the bricks meanwhile.
  for (const id of (await activations.bricksOn([uai])).get(uai) ?? []) await activations.disable(uai, id, CLI);
  await database.unitOfWork.run((manager) => forgetJobs(manager, uai));
  for (const brick of bricks) if (brick.state === 'ready') await emptyBrick(context, brick, uai);
  const subject = { name };
  const audited = { actor: CLI, uai, action: 'core.school.close', subject };
  const left = await auditTrail.record(audited, async () => {
    await lockSchool(database.unitOfWork, uai);
    const leavers = await database.unitOfWork.run(async (manager) => {
      const persons = await personsEver(manager, uai);
      await endParcelsTo(manager, uai, clock.now());
      await forgetSchool(manager, uai);
      await forgetVisitedSchool(manager, uai);
      return disableImported(manager, persons, { sources: sources.map((source) => source.name), now: clock.now() });
    });
    await sessions.endSessions({ persons: leavers }, 'schoolClosed');
    await tokens.endOf(leavers);
    return { subject, result: leavers.length };
  });
  await database.unitOfWork.emptyLog();
  return {
    name,
    left,
    leftovers: await leftoverBricks(
      database,
      bricks.map(({ id }) => id),
    ),
  };
}

/** A failed directory source hides which people it names: they would count as known from imports alone. */
function isSilentSource(brick: LoadedBrick): brick is FailedBrick {
  return brick.state === 'failed' && brick.manifest?.kind === 'directory-source';
}

async function emptyBrick(context: PersonalDataServices, brick: ReadyBrick, uai: string): Promise<void> {
  const { manifest, personalData, id } = brick;
  const held = brickDataIn(context, brick, uai);
  try {
    if (personalData) await withTimeout(context.limits.personalData, async () => personalData.closeSchool(held));
    // A brick without personal data has no handlers, but may have rows.
    else for (const entity of manifest.entities ?? []) await held.db.repository(entity).delete({});
  } catch (error) {
    throw new UnavailableError(
      `${id} could not forget ${uai} (${errorMessage(error)}); its bricks are off, and the school is still there.`,
      { remedy: bothRemedies(remedyOf(error), 'Run this again.'), cause: error },
    );
  }
}

/** Foreign keys delete attachments, groups and memberships with the school. */
async function forgetSchool(manager: EntityManager, uai: string): Promise<void> {
  await forgetSchoolRead(manager, uai);
  await forgetJobs(manager, uai);
  await manager.delete(ActivationRow, { uai });
  await manager.delete(SchoolRow, { uai });
}
