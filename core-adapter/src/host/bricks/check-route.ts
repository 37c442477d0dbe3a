// SPDX-License-Identifier: EUPL-1.2
import express from 'express';
import { InputError } from '../../api/errors.js';
import type { BrickRoute } from '../domain/bricks/brick-route.js';
import type { DeclaredBrick } from '../domain/bricks/loaded-brick.js';
import { loadedEntity } from './loaded-entity.js';
import { errorMessage } from '../infra/util/error-message.js';

/** Checks a route against the manifest and the routes before it. @throws InputError when it is invalid; the message continues a sentence */
export function checkRoute(route: BrickRoute, { id, manifest }: DeclaredBrick, others: readonly BrickRoute[]): void {
  const name = `${route.method.toUpperCase()} ${route.path}`;
  if (!route.path.startsWith('/')) throw new InputError(`the address ${name} must begin with a slash`);
  if (typeof route.access !== 'string') {
    throw new InputError(`the address ${name} names no permission, and none is public`, { remedy: 'Write "access".' });
  }
  if (!Object.hasOwn(manifest.permissions ?? {}, route.access)) {
    throw new InputError(
      `the address ${name} needs the permission "${route.access}", which the manifest of ${id} does not have`,
    );
  }
  try {
    // This is the parser that express uses to serve the path: a path that it cannot parse would stop the whole host at start.
    express.Router().route(route.path);
  } catch (error) {
    throw new InputError(`the address ${name} cannot be read (${errorMessage(error)})`, { cause: error });
  }
  if (route.group && route.load) {
    throw new InputError(`the address ${name} has both "group" and "load"`, {
      remedy: 'Keep "load", since its result names the group.',
    });
  }
  const entity = loadedEntity(route);
  if (entity && !/\/:id(\/|$)/.test(route.path)) {
    throw new InputError(`the address ${name} loads an entity and has no ":id"`, {
      remedy: 'Write the id of the row as ":id", or load it by a function.',
    });
  }
  if (entity && !manifest.entities?.includes(entity)) {
    throw new InputError(`the address ${name} loads ${entity.name}, which is not among the entities of ${id}`, {
      remedy: 'Add it to "entities" of the manifest.',
    });
  }
  if (others.some(({ method, path }) => method === route.method && path === route.path)) {
    throw new InputError(`the address ${name} is registered twice`);
  }
}
