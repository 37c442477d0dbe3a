// SPDX-License-Identifier: EUPL-1.2
import type { HostKey } from '../../../infra/locales/index.js';
import { groupKey } from '../../../domain/sync/state/person-state.js';
import type { PlanCounts } from '../../../domain/sync/plan/plan-counts.js';
import { LINE_KINDS, type PlanLine } from '../../../domain/sync/plan/plan-lines.js';
import type { Change } from '../../../domain/sync/plan/sync-plan.js';
import type { ChangeModel, PlanLineModel, PlanModel } from './platform-plan.model.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import type { PlanPage } from './plan-page.js';
import { presentPaging } from '../shared/present-paging.js';
import { withQuery } from '../../../http/read-query.js';

/** @param url of the run's page */
export function presentPlan(found: PlanPage, counts: PlanCounts, url: string, formatter: PageFormatter): PlanModel {
  const { search, lines, schools, names } = found;
  const { t, number } = formatter;
  const { text, school, kind } = search;
  const words = { q: text, school, kind };
  return {
    url,
    text,
    school,
    kind,
    kindChoices: [
      { value: '', label: t('plan.anyKind') },
      ...LINE_KINDS.map((one) => ({ value: one, label: t(`plan.kind.${one}`) })),
    ],
    narrowed: [text, school, kind].some((word) => word !== ''),
    figures: LINE_KINDS.map((one) => ({ value: number(counts.persons[one]), label: t(`plan.kind.${one}`) })),
    found: t('plan.found', { count: lines.total, number: number(lines.total) }),
    lines: lines.items.map((line) => presentLine(line, names, formatter)),
    paging: presentPaging(lines, (page) => `${withQuery(url, { ...words, page })}#lines`, t, number),
    schoolsFound: t('plan.schoolsFound', { count: schools.total, number: number(schools.total) }),
    schools: schools.items.map(({ uai, ...figures }) => ({
      uai,
      name: schoolName(uai, names, formatter),
      url: `${withQuery(url, { school: uai })}#lines`,
      counts: {
        disabled: number(figures.disabled),
        moved: number(figures.moved),
        changed: number(figures.changed),
        revived: number(figures.revived),
        created: number(figures.created),
      },
    })),
    schoolPaging: presentPaging(schools, (page) => `${withQuery(url, { ...words, schools: page })}#schools`, t, number),
  };
}

function presentLine(line: PlanLine, names: PlanPage['names'], formatter: PageFormatter): PlanLineModel {
  const { uai, subject, kind, key, from, to, reason } = line;
  const { t } = formatter;
  const nameOf = (other: string): string => schoolName(other, names, formatter);
  return {
    id: [uai, subject, key, kind].join(' '),
    kind,
    name: line.name || (names.persons.get(key) ?? key),
    detail: detailOf(line, names, formatter),
    school: nameOf(uai),
    what:
      from !== undefined || to !== undefined
        ? [
            to === undefined ? '' : t('plan.movesTo', { school: nameOf(to) }),
            from === undefined ? '' : t('plan.movesFrom', { school: nameOf(from) }),
          ]
            .filter((part) => part !== '')
            .join(' ')
        : whatHappens(line, formatter),
    changes: line.changes
      .filter(({ field }) => field !== 'displayName' || !showsName(line.changes))
      .map((change) => presentChange(change, line, names, formatter)),
    why: t(`plan.reason.${reason}`),
  };
}

/** « Compte fermé », « Groupe nouveau »; none for a change, since its values show it. */
function whatHappens({ subject, kind }: PlanLine, { t }: PageFormatter): string | undefined {
  if (kind === 'changed' || kind === 'moved') return undefined;
  if (subject === 'school') return t('plan.school.created');
  return t(`plan.${subject}.${kind}`);
}

/** « élève, 6e A · jules.rolin » */
function detailOf(
  { uai, subject, key, profiles, groups }: PlanLine,
  names: PlanPage['names'],
  { t }: PageFormatter,
): string {
  if (subject === 'school') return `${t('plan.subject.school')} · ${key}`;
  if (subject === 'group') return `${t('plan.subject.group')} · ${key}`;
  const labels = [
    ...profiles.map((profile) => t(`audience.${profile}`, { count: 1 })),
    ...groups.map((group) => names.groups.get(groupKey(uai, group)) ?? group),
  ].join(', ');
  return labels === '' ? key : `${labels} · ${key}`;
}

/** Whether the changes show the name, which is then not repeated. */
function showsName(changes: readonly Change[]): boolean {
  return changes.some(({ field }) => field === 'givenName' || field === 'familyName');
}

const FIELDS: Readonly<Record<string, HostKey>> = {
  login: 'plan.field.login',
  givenName: 'plan.field.givenName',
  familyName: 'plan.field.familyName',
  displayName: 'plan.field.displayName',
  name: 'plan.field.name',
  kind: 'plan.field.kind',
  group: 'plan.field.group',
  profile: 'plan.field.profile',
  child: 'plan.field.child',
  grant: 'plan.field.grant',
};

function presentChange(
  { field, from, to }: Change,
  { uai }: PlanLine,
  names: PlanPage['names'],
  { t }: PageFormatter,
): ChangeModel {
  const label = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  const valueText = (value: string): string | undefined => {
    if (value === '') return undefined;
    if (field === 'group') return names.groups.get(groupKey(uai, value)) ?? value;
    if (field === 'child') return names.persons.get(value) ?? value;
    return field === 'profile' ? t(`profile.${value}` as HostKey) : value;
  };
  return { label: label ? t(label) : field, from: valueText(from), to: valueText(to) };
}

function schoolName(uai: string, { schools }: PlanPage['names'], { t }: PageFormatter): string {
  return uai === '' ? t('plan.noSchool') : schools.get(uai) || uai;
}
