// SPDX-License-Identifier: EUPL-1.2
import type { Row } from './insert-rows.js';
import { inventedBricks } from './invented-bricks.js';
import type { InventedSchool } from './invented-school.js';

const DAY = 86_400_000;
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

/** Invents for each brick in a school two activations that are over, and one in force; a few are for some people only, or still to come. */
export function inventActivations(schools: readonly InventedSchool[], newId: (at: Date) => string, now: Date): Row[] {
  return schools.flatMap(({ uai, headId, classIds }, n) =>
    inventedBricks.flatMap(({ manifest: { id: brick } }, index) => {
      const span = (from: number, until: number | null, more: Row = {}): Row => ({
        id: newId(before(now, from)),
        ...{ uai, brick, profiles: [], groupIds: [], from: before(now, from), decidedAt: before(now, from) },
        ...(until !== null && { until: before(now, until), endedAt: before(now, until), disabledBy: headId }),
        ...{ enabledBy: headId, ...more },
      });
      const some = [{}, { profiles: ['teacher'] }, { groupIds: classIds.slice(0, 2) }][(n + index) % 3];
      const toCome = (n + index) % 7 === 0 ? [span(-10, null, { groupIds: classIds.slice(0, 1) })] : [];
      return [span(400, 300), span(200, 100), span(50, null, some), ...toCome];
    }),
  );
}

const ACTIONS = [
  ...['core.brick.enable', 'core.brick.disable', 'core.brick.change', 'core.administrator.grant'],
  ...['file-share.file.upload', 'file-share.file.delete', 'agenda.event.create', 'agenda.event.change'],
];

/** Invents lines of two years, one after the other; one in twenty is about the platform, one in fifty failed. */
export function inventAudit(
  schools: readonly InventedSchool[],
  count: number,
  newId: (at: Date) => string,
  now: Date,
): Row[] {
  return Array.from({ length: count }, (_, n) => {
    const at = new Date(before(now, 730).getTime() + n * Math.floor((730 * DAY) / count));
    const school = schools[(n * 7919) % schools.length];
    const isOfPlatform = n % 20 === 0;
    return {
      id: newId(at),
      at,
      actor: isOfPlatform ? 'cli' : school?.headId,
      uai: isOfPlatform ? null : school?.uai,
      action: ACTIONS[(n * 13) % ACTIONS.length],
      subject: { brick: inventedBricks[n % inventedBricks.length]?.manifest.id },
      outcome: n % 50 === 0 ? 'failed' : 'done',
    };
  });
}

/** Invents one run a night; most change little, some nothing, one in forty was refused and one in fifty failed. */
export function inventSyncRuns(count: number, now: Date): Row[] {
  return Array.from({ length: count }, (_, n) => {
    const startedAt = before(now, count - n);
    const state = n % 40 === 39 ? 'refused' : n % 50 === 49 ? 'failed' : n % 5 === 4 ? 'unchanged' : 'applied';
    const sentence = 'École des Lilas: 12 of 60 pupils are still there.';
    const reason = { code: 'profile-shrank', uai: '0390001A', profile: 'pupil', before: 60, after: 12, sentence };
    return {
      ...{ id: n + 1, source: 'ldap', state, startedAt, endedAt: new Date(startedAt.getTime() + 90_000), baseRun: n },
      counts: state === 'failed' ? null : COUNTS,
      ignored: state === 'failed' ? null : { total: 0, reasons: [] },
      verdict: { refused: state === 'refused', reasons: state === 'refused' ? [reason] : [], more: 0 },
      failure: state === 'failed' ? 'The directory does not answer.' : null,
    };
  });
}

const COUNTS = {
  schools: { created: 0, changed: 1 },
  persons: { created: 31, changed: 7, moved: 3, disabled: 12, revived: 1 },
  attachments: { begun: 35, ended: 16 },
  groups: { created: 2, changed: 1, ended: 0, revived: 0 },
  memberships: { added: 40, removed: 18 },
  kinships: { added: 22, removed: 5 },
};
