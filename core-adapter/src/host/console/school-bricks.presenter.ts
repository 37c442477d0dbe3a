// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../api/i18n.js';
import { PROFILES, type Profile, type School } from '../../api/people.js';
import type { ActivationRow } from '../activation/activation.entity.js';
import type { Recipient } from '../directory/audience.js';
import type { LoadedBrick } from '../loader/loaded-brick.js';
import type { HistoryLine, SchoolBrick, SchoolBrickDetail } from '../views/school-bricks.model.js';
import { BRICK_ICON, brickText, HOST_COLOUR } from '../web/send-page.js';

export function presentSchoolBrick(brick: LoadedBrick, on: boolean, school: School, language: Language): SchoolBrick {
  return {
    id: brick.id,
    title: brickText(brick, 'title', language, false),
    summary: brickText(brick, 'summary', language, false),
    icon: brick.manifest?.icon ?? BRICK_ICON,
    colour: brick.manifest?.colour ?? HOST_COLOUR,
    on,
    failed: brick.state === 'failed',
    url: `/admin/s/${school.uai}/bricks?brick=${brick.id}`,
  };
}

export function presentDetail(
  brick: SchoolBrick,
  served: readonly Profile[],
  audience: readonly Recipient[],
  history: readonly HistoryLine[],
  school: School,
): SchoolBrickDetail {
  const reached = audience.filter(({ profile }) => served.includes(profile));
  return {
    brick,
    audience: PROFILES.map((profile) => ({
      profile,
      count: reached.filter((one) => one.profile === profile).length,
    })).filter(({ count }) => count > 0),
    persons: new Set(reached.map(({ id }) => id)).size,
    actionUrl: `/admin/s/${school.uai}/bricks/${brick.id}`,
    history,
  };
}

/** The profiles that any permission of a brick serves. */
export function servedProfiles(brick: LoadedBrick): readonly Profile[] {
  const permissions = Object.values(brick.manifest?.permissions ?? {});
  return PROFILES.filter((profile) => permissions.some(({ profiles }) => profiles.includes(profile)));
}

/** Each activation is one line for its beginning and one for its end, the newest first. */
export function presentHistory(
  rows: readonly ActivationRow[],
  names: ReadonlyMap<string, string>,
  day: (instant: Date) => string,
): HistoryLine[] {
  const events = rows.flatMap((row) => [
    { at: row.from, by: row.enabledBy, on: true },
    ...(row.until === null ? [] : [{ at: row.until, by: row.disabledBy ?? row.enabledBy, on: false }]),
  ]);
  return events
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, by, on }) => ({ date: day(at), name: names.get(by) ?? 'Volée', on }));
}
