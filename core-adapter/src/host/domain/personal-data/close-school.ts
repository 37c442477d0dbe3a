// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { NotFoundError, UnavailableError } from '../../../api/errors.js';
import { ActivationRow } from '../activation/activation.entity.js';
import { CLI } from '../audit/actors.js';
import { lockSchool } from '../directory/lock-school.js';
import { SchoolRow } from '../directory/school.entity.js';
import type { PersonalDataServices } from './personal-data-services.js';
import type { FailedBrick, LoadedBrick, ReadyBrick } from '../bricks/loaded-brick.js';
import { errorMessage } from '../../infra/util/error-message.js';
import { heldIn } from '../bricks/held-in.js';
import { forgetSchoolRead } from '../sync/forget-school-read.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import { disableImported, personsEver } from './disable-imported.js';
import { failedWithRows } from './held-data.js';
import { leftoverBricks } from './leftover-bricks.js';

export interface ClosingReport {
  readonly name: string;
  /** How many were nowhere else and known from imports alone: they have left, and are erased when their delay is over. */
  readonly left: number;
  /** Bricks with tables that the settings do not name: what they hold of the school stays. */
  readonly leftovers: readonly string[];
}

/**
 * Removes a school: its bricks are switched off, each forgets what it holds there, and the host what it knows of it. Persons stay,
 * those who were nowhere else too: they leave by the next sync, and at once where no sync will come. A directory that still names the school brings it back, empty.
 * @throws NotFoundError
 * @throws UnavailableError when a brick cannot be asked, before anything is changed; or when it fails, and the school is still there
 */
export async function closeSchool(context: PersonalDataServices, uai: string): Promise<ClosingReport> {
  const { directory, database, bricks, activations, auditTrail, sessions, tokens, sources, clock } = context;
  const school = await directory.school(uai);
  if (!school) throw new NotFoundError(`There is no school ${uai}. "volee school list" names those that are known.`);
  const { name } = school;
  const [failed] = failedWithRows(context);
  const silent = failed ?? bricks.find(isSilentSource);
  if (silent) throw new UnavailableError(`${silent.cause} Nothing was changed: mend it, or take it out of volee.yaml.`);

  // First: nobody must put something there meanwhile.
  for (const id of (await activations.bricksOn([uai])).get(uai) ?? []) await activations.disable(uai, id, CLI);
  for (const brick of bricks) if (brick.state === 'ready') await emptyBrick(context, brick, uai);
  const audited = { actor: CLI, uai, action: 'core.school.close', subject: { name } };
  const left = await auditTrail.record(audited, async () => {
    await lockSchool(database.unitOfWork, uai);
    const leavers = await database.unitOfWork.run(async (manager) => {
      const persons = await personsEver(manager, uai);
      await forgetSchool(manager, uai);
      return disableImported(manager, persons, { sources: sources.map((source) => source.name), now: clock.now() });
    });
    await sessions.endOf(leavers);
    await tokens.endOf(leavers);
    return leavers.length;
  });
  return {
    name,
    left,
    leftovers: await leftoverBricks(
      database,
      bricks.map(({ id }) => id),
    ),
  };
}

/** Which directories it would read is not known: whom they name would pass for somebody whom no sync knows. */
function isSilentSource(brick: LoadedBrick): brick is FailedBrick {
  return brick.state === 'failed' && brick.manifest?.kind === 'directory-source';
}

async function emptyBrick(context: PersonalDataServices, brick: ReadyBrick, uai: string): Promise<void> {
  const { manifest, personalData, id } = brick;
  const held = heldIn(context, brick, uai);
  try {
    if (personalData) await withTimeout(context.limits.personalData, async () => personalData.closeSchool(held));
    // One that keeps nothing about persons has no handlers, and rows all the same.
    else for (const entity of manifest.entities ?? []) await held.db.repository(entity).delete({});
  } catch (error) {
    throw new UnavailableError(
      `${id} could not forget ${uai} (${errorMessage(error)}); its bricks are off, and the school is still there: run this again.`,
      error,
    );
  }
}

/** With the school go its attachments, groups and memberships. */
async function forgetSchool(manager: EntityManager, uai: string): Promise<void> {
  await forgetSchoolRead(manager, uai);
  await manager.delete(ActivationRow, { uai });
  await manager.delete(SchoolRow, { uai });
}
