// SPDX-License-Identifier: EUPL-1.2
import { PROFILES } from '../../../../api/people.js';
import type { AuditLine } from '../../../domain/audit/audit-line.entity.js';
import { SESSION_END, SESSION_ENDS } from '../../../domain/sessions/end-sessions.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { JournalLine } from './platform-audit.view.js';
import type { AuditNames } from './audit-words.js';
import type { PageFormatter } from '../shared/page-formatter.js';

/**
 * The labels of the subjects that the host audits, in `ActivationService`, `AdministratorService`, `applyRun`, `HomonymService`,
 * `StandInService`, `AccessTokenService`, `ClockGuard` and `endSessions`.
 */
const LABELS: Readonly<Record<string, HostKey>> = {
  brick: 'platform.auditSubject.brick',
  bricks: 'platform.auditSubject.bricks',
  token: 'platform.auditSubject.token',
  profiles: 'platform.auditSubject.profiles',
  groups: 'platform.auditSubject.groups',
  rules: 'platform.auditSubject.rules',
  from: 'platform.auditSubject.from',
  until: 'platform.auditSubject.until',
  login: 'platform.auditSubject.login',
  person: 'platform.auditSubject.person',
  persons: 'platform.auditSubject.persons',
  sessions: 'platform.auditSubject.sessions',
  other: 'platform.auditSubject.other',
  head: 'platform.auditSubject.head',
  run: 'platform.auditSubject.run',
  source: 'platform.auditSubject.source',
  clock: 'platform.auditSubject.clock',
  known: 'platform.auditSubject.known',
  reason: 'platform.auditSubject.reason',
};

/** Why sessions end: see `endSessions`. */
const REASONS: ReadonlyMap<string, HostKey> = new Map(
  SESSION_ENDS.map((reason) => [reason, `auditWords.sessionReason.${reason}`]),
);

/** The maximum number of ids of people that one line shows. */
const MOST_IDS = 20;

interface SubjectIds {
  readonly persons: readonly string[];
  readonly schools: readonly string[];
  readonly groups: readonly string[];
}

/** The ids to look up names for in the subject of a line. None in a line of a brick, which has fields of its own. */
export function subjectIds(line: AuditLine): SubjectIds {
  const { person, other, head, groups } = wordsOf(line);
  return { persons: textsOf([person, other]), schools: textsOf([head]), groups: textsOf(groups) };
}

/** The subject of a line in words; for an action of a brick, as the brick wrote it. */
export function subjectDetails(line: AuditLine, names: AuditNames, formatter: PageFormatter): JournalLine['details'] {
  const known = wordsOf(line);
  return Object.entries(line.subject).map(([name, value]: [string, unknown]) => {
    const label = Object.hasOwn(known, name) && Object.hasOwn(LABELS, name) ? LABELS[name] : undefined;
    if (label === undefined) return { name, value: asWritten(value) };
    const reason = line.action === SESSION_END && name === 'reason' ? REASONS.get(asWritten(value)) : undefined;
    if (reason) return { name: formatter.t(label), value: formatter.t(reason) };
    return { name: formatter.t(label), value: valueInWords(name, value, names, formatter) };
  });
}

function valueInWords(name: string, value: unknown, names: AuditNames, { t, when }: PageFormatter): string {
  switch (name) {
    case 'groups':
      return textsOf(value)
        .map((id) => names.groups.get(id) ?? t('schoolBricks.goneName'))
        .join(', ');
    case 'profiles':
      return PROFILES.filter((profile) => textsOf(value).includes(profile))
        .map((profile) => t(`profile.${profile}`))
        .join(', ');
    case 'from':
    case 'clock':
    case 'known':
    case 'until': {
      const instant = new Date(asWritten(value));
      return Number.isNaN(instant.getTime()) ? asWritten(value) : when(instant);
    }
    case 'persons': {
      const ids = textsOf(value);
      return ids.length > MOST_IDS ? `${ids.slice(0, MOST_IDS).join(', ')} …` : ids.join(', ');
    }
    case 'brick':
      return named(names.bricks, value);
    case 'bricks':
      return textsOf(value)
        .map((id) => named(names.bricks, id))
        .join(', ');
    case 'head':
      return named(names.schools, value);
    case 'person':
    case 'other':
      return names.persons.get(asWritten(value)) ?? t('platform.somebody');
    default:
      return asWritten(value);
  }
}

/** « École des Lilas (0390001X) » */
function named(names: ReadonlyMap<string, string>, value: unknown): string {
  const id = asWritten(value);
  const name = names.get(id);
  return name === undefined ? id : `${name} (${id})`;
}

function wordsOf({ action, subject }: AuditLine): Readonly<Record<string, unknown>> {
  return action.startsWith('core.') ? { ...subject } : {};
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function asWritten(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
