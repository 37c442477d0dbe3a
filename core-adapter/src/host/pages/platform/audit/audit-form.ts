// SPDX-License-Identifier: EUPL-1.2
import type { School } from '../../../../api/people.js';
import type { AuditCursor, AuditFilter } from '../../../domain/audit/audit-query.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { DEFAULT_TIME_ZONE } from '../../../domain/directory/default-time-zone.js';
import type { HostContext } from '../../../context/host-context.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { isDay } from '../../../../api/day.js';
import { spanOfDay } from '../../../infra/i18n/span-of-day.js';
import type { AuditWords, PlatformAuditModel } from './platform-audit.view.js';
import { CLI } from '../../../domain/audit/actors.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { findPersonIds } from '../shared/names.js';
import { textOf } from '../../../http/read-query.js';

/** The maximum number of people that a name may match. */
const MOST_PERSONS = 10;

/** The search of the form. With an error, no line is shown. */
export interface AuditQuestion {
  readonly filter: AuditFilter;
  readonly errors: PlatformAuditModel['errors'];
  /** The chosen school: hours are in its time zone. */
  readonly school: School | undefined;
}

/** The values of the address; an unknown action or outcome is read as none. */
export function auditWords(query: unknown, actions: readonly string[]): AuditWords {
  const action = textOf(query, 'action');
  const outcome = textOf(query, 'outcome');
  return {
    school: textOf(query, 'school').toUpperCase(),
    person: textOf(query, 'person'),
    action: actions.includes(action) ? action : '',
    outcome: outcome === 'done' || outcome === 'failed' ? outcome : '',
    from: textOf(query, 'from'),
    until: textOf(query, 'until'),
  };
}

export async function readAuditQuestion(
  { directory, database }: Pick<HostContext, 'database' | 'directory'>,
  words: AuditWords,
  { t }: PageFormatter,
): Promise<AuditQuestion> {
  const school = words.school === '' ? undefined : await directory.school(words.school);
  const days = readDays(words, school?.timeZone ?? DEFAULT_TIME_ZONE, t);
  const persons = await readActors(words.person, database.unitOfWork, t);
  return {
    school,
    filter: {
      uai: school?.uai,
      actors: persons.actors,
      action: words.action || undefined,
      outcome: words.outcome === 'done' || words.outcome === 'failed' ? words.outcome : undefined,
      from: days.from,
      until: days.until,
    },
    errors: {
      ...(words.school !== '' && !school && { school: t('platform.problem.unknownSchool') }),
      ...(persons.error !== undefined && { person: persons.error }),
      ...days.errors,
    },
  };
}

interface Days {
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly errors: Pick<PlatformAuditModel['errors'], 'from' | 'until'>;
}

/** The last day is included; the last day that a date can hold has no upper bound. */
function readDays({ from, until }: AuditWords, timeZone: string, t: PageFormatter['t']): Days {
  const [hasFrom, hasUntil] = [isDay(from), isDay(until)];
  return {
    from: spanOfDay(from, timeZone)?.from,
    until: spanOfDay(until, timeZone)?.until,
    errors: {
      ...(from !== '' && !hasFrom && { from: t('platform.problem.noDay') }),
      ...(until !== '' && !hasUntil && { until: t('platform.problem.noDay') }),
      ...(hasFrom && hasUntil && until < from && { until: t('platform.problem.crossed') }),
    },
  };
}

async function readActors(
  text: string,
  unitOfWork: UnitOfWork,
  t: PageFormatter['t'],
): Promise<{ actors?: readonly string[]; error?: string }> {
  if (text === '') return {};
  if ([CLI, normaliseForSearch(t('platform.cli'))].includes(normaliseForSearch(text))) return { actors: [CLI] };
  const ids = await findPersonIds(unitOfWork, text, MOST_PERSONS + 1);
  if (ids.length === 0) return { error: t('platform.problem.noPerson') };
  return ids.length > MOST_PERSONS ? { error: t('platform.problem.manyPersons') } : { actors: ids };
}

/** `1795510800000.<id>`: the end of the page before. An invalid cursor is read as the first page. */
export function readCursor(query: unknown): AuditCursor | undefined {
  const [, at, id] = /^(\d{1,13})\.([\da-f-]{1,36})$/.exec(textOf(query, 'before')) ?? [];
  return at !== undefined && id !== undefined ? { at: new Date(Number(at)), id } : undefined;
}

export function writeCursor({ at, id }: AuditCursor): string {
  return `${at.getTime()}.${id}`;
}
