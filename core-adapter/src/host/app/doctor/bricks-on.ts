// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../../api/log.js';
import { ActivationService } from '../../domain/activation/activation-service.js';
import { AuditTrail } from '../../domain/audit/audit-trail.js';
import type { SchemaOwner } from '../../infra/database/migrate.js';
import { Directory } from '../../domain/directory/directory.js';
import type { BricksOn } from './check-bricks.js';
import { withDatabase } from './with-database.js';

/** The bricks that are on in each school; undefined when the database cannot be read, which is reported elsewhere. */
export function bricksOn(url: string, owners: readonly SchemaOwner[], clock: Clock): Promise<BricksOn> {
  return withDatabase(url, owners, async (unitOfWork) => {
    const schools = await new Directory(unitOfWork, clock).schools();
    const uais = schools.map(({ uai }) => uai);
    const on = await new ActivationService(unitOfWork, clock, new AuditTrail(unitOfWork, clock)).bricksOn(uais);
    return new Map(uais.map((uai) => [uai, on.get(uai) ?? []]));
  });
}
