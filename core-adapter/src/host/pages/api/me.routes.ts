// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { inviteToken, tokenOf } from '../../http/token-gate.js';
import { homeSchool } from '../../http/home-school.js';
import { referenceOf } from '../../http/request-log.js';
import { brickText } from '../../http/send-page.js';
import { visitorOf } from '../../http/visitor.js';

/** `GET /api/v1/me`: the signed-in person, their schools and bricks; for a token, only the bricks in its scope. */
export function meRoutes(context: HostContext): Router {
  const router = express.Router();

  router.get('/api/v1/me', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const { person, language } = visitorOf(request);
    if (!person) {
      inviteToken(request, response);
      response
        .status(401)
        .json({ error: { kind: 'loginNeeded', message: 'Log in first.', reference: referenceOf(request) } });
      return;
    }
    const home = await homeSchool(context, request);
    const scope = tokenOf(request)?.brickIds;
    const bricks = ((await home?.bricks()) ?? []).filter(({ id }) => scope?.includes(id) ?? true);
    const currentSchool = home?.school.uai ?? null;
    response.json({
      id: person.id,
      login: await context.directory.loginOf(person.id, context.authProvider?.source),
      displayName: person.displayName,
      profiles: [...new Set(person.schools.flatMap(({ profiles }) => profiles))],
      schools: person.schools.map(({ school, profiles }) => ({ uai: school.uai, name: school.name, profiles })),
      currentSchool,
      bricks: bricks.map((brick) => ({
        id: brick.id,
        title: brickText(brick, 'title', language, false),
        url: `/s/${currentSchool ?? ''}/${brick.id}/`,
      })),
    });
  });

  return router;
}
