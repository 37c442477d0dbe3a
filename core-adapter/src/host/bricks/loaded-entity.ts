// SPDX-License-Identifier: EUPL-1.2
import { getMetadataArgsStorage, type ObjectLiteral } from 'typeorm';
import { z } from 'zod';
import type { EntityClass, SchoolDatabase } from '../../api/database.js';
import type { AnyInput, BrickRoute } from '../domain/bricks/brick-route.js';

const idParams = z.object({ id: z.uuid() });

/** The entity that a brick wrote as `load` of a route; undefined for a function, and for a route without `load`. */
export function loadedEntity({ load }: Pick<BrickRoute, 'load'>): EntityClass | undefined {
  const isEntity = load && getMetadataArgsStorage().tables.some(({ target }) => target === load);
  // A class that TypeORM knows is an entity; the erased type of the route has functions alone.
  return isEntity ? (load as unknown as EntityClass) : undefined;
}

/** The route with a function that loads the row of the entity, and without a schema of its own for the address, with that of the id. */
export function withEntityLoaded(route: BrickRoute): BrickRoute {
  const entity = loadedEntity(route);
  if (!entity) return route;
  const { method, path, params = idParams } = route;
  const name = `${method.toUpperCase()} ${path}`;
  return { ...route, params, load: (input) => findByAddress(entity, input, name) };
}

function findByAddress(entity: EntityClass, input: AnyInput, name: string): Promise<ObjectLiteral | undefined> {
  const { params, db }: { readonly params: unknown; readonly db: SchoolDatabase } = input;
  const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : undefined;
  if (typeof id !== 'string') {
    throw new TypeError(
      `${name} loads ${entity.name}, and its "params" has no text "id"; add it, or leave "params" out.`,
    );
  }
  const isId = z.uuid().safeParse(id).success;
  return isId ? db.repository(entity).findOne({ where: { id } }) : Promise.resolve(undefined);
}
