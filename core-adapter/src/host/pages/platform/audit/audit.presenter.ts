// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '../../../../ui/index.js';
import type { AuditLine } from '../../../domain/audit/audit-line.entity.js';
import type { AuditPage } from '../../../domain/audit/audit-query.js';
import { DEFAULT_TIME_ZONE } from '../../../domain/directory/default-time-zone.js';
import type { AuditWords, JournalLine, PlatformAuditModel } from './platform-audit.view.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { writeCursor, type AuditQuestion } from './audit-form.js';
import { subjectDetails } from './audit-subject.js';
import { actorName, auditSentence, NAMED_ACTIONS, type AuditNames } from './audit-words.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { withQuery } from '../../../http/read-query.js';

interface FoundAudit {
  readonly words: AuditWords;
  readonly actions: readonly string[];
  readonly question: AuditQuestion;
  readonly page: AuditPage;
  /** Whether the page is not the first one. */
  readonly paged: boolean;
  readonly names: AuditNames;
}

export function presentAudit(found: FoundAudit, formatter: PageFormatter): PlatformAuditModel {
  const { words, actions, question, page, paged, names } = found;
  const { t } = formatter;
  const zone = question.school?.timeZone ?? DEFAULT_TIME_ZONE;
  const address = (before: string): string => withQuery(PLATFORM_URLS.audit, { ...words, before });
  return {
    words,
    errors: question.errors,
    actionChoices: actionChoices(actions, formatter),
    narrowed: Object.values(words).some((word) => word !== ''),
    zone: t(question.school ? 'platform.auditZoneSchool' : 'platform.auditZone', { zone }),
    lines: page.lines.map((line) => presentLine(line, names, formatter)),
    newestUrl: paged ? address('') : undefined,
    olderUrl: page.next && address(writeCursor(page.next)),
  };
}

/** The actions sorted by their words. Actions without words come after them, sorted by key. */
function actionChoices(actions: readonly string[], { t, language }: PageFormatter): Choice[] {
  const choices = actions.map((value) => {
    const key = Object.hasOwn(NAMED_ACTIONS, value) ? NAMED_ACTIONS[value] : undefined;
    return { value, label: key ? t(key) : value, named: key !== undefined };
  });
  const order = new Intl.Collator(language);
  choices.sort((one, other) => Number(other.named) - Number(one.named) || order.compare(one.label, other.label));
  return [{ value: '', label: t('platform.auditAnyAction') }, ...choices];
}

function presentLine(line: AuditLine, names: AuditNames, formatter: PageFormatter): JournalLine {
  const { id, at, actor, uai, action, outcome } = line;
  const { t, when } = formatter;
  return {
    id,
    when: when(at),
    sentence: auditSentence(line, names, formatter),
    failed: outcome === 'failed',
    details: [
      { name: t('platform.auditKey'), value: action },
      { name: t('platform.auditWho'), value: `${actorName(actor, names, t)} (${actor})` },
      ...(uai === null ? [] : [{ name: t('platform.auditWhere'), value: `${names.schools.get(uai) ?? ''} (${uai})` }]),
      ...subjectDetails(line, names, formatter),
      { name: t('platform.auditAt'), value: at.toISOString() },
    ],
  };
}
