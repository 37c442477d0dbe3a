// SPDX-License-Identifier: EUPL-1.2
import express from 'express';
import type { BrickRoute } from '../domain/bricks/brick-route.js';
import type { DeclaredBrick } from '../domain/bricks/loaded-brick.js';
import { errorMessage } from '../infra/util/error-message.js';

/** Checks a route against the manifest and the routes before it. @throws Error with one sentence when it is invalid */
export function checkRoute(route: BrickRoute, { id, manifest }: DeclaredBrick, others: readonly BrickRoute[]): void {
  const name = `${route.method.toUpperCase()} ${route.path}`;
  if (!route.path.startsWith('/')) throw new Error(`the address ${name} must begin with a slash`);
  if (typeof route.access !== 'string') {
    throw new Error(`the address ${name} names no permission, and none is public; write "access"`);
  }
  if (!Object.hasOwn(manifest.permissions ?? {}, route.access)) {
    throw new Error(
      `the address ${name} needs the permission "${route.access}", which the manifest of ${id} does not have`,
    );
  }
  try {
    // The parser that express uses to serve it: an address that it cannot parse would stop the whole host at start.
    express.Router().route(route.path);
  } catch (error) {
    throw new Error(`the address ${name} cannot be read (${errorMessage(error)})`, { cause: error });
  }
  if (route.group && route.load) {
    throw new Error(`the address ${name} has both "group" and "load"; keep "load", whose thing names its group`);
  }
  if (others.some(({ method, path }) => method === route.method && path === route.path)) {
    throw new Error(`the address ${name} is registered twice`);
  }
}
