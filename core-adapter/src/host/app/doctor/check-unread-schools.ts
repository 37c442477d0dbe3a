// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { findSourceRuns } from '../../domain/sync/runs/run-list.js';
import { warn } from './findings.js';

/** Schools that the last sync of a source could not read in full, and why. @param sources those that the settings have */
export async function checkUnreadSchools(unitOfWork: UnitOfWork, sources: readonly string[]): Promise<Finding[]> {
  const runs = await findSourceRuns(unitOfWork, sources);
  return runs.flatMap(({ name, last }): Finding[] => {
    const unread = last?.ignored?.unread;
    if (!last || !unread || !sources.includes(name)) return [];
    const warnings = unread.schools.map(({ uai, reason }) =>
      warn(
        `The school ${uai} could not be read in full in sync run ${last.id} of "${name}": ${reason}.`,
        `The data of this school stays unchanged; "volee sync run --source ${name}" tries again.`,
      ),
    );
    const more = unread.total - unread.schools.length;
    if (more === 0) return warnings;
    return [
      ...warnings,
      warn(`${more} more schools of "${name}" could not be read in full.`, `"volee sync show ${last.id}" lists them.`),
    ];
  });
}
