// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import type { ImportList, ImportPlan, ImportState } from '../../../api/directory/imports.js';
import { translator } from '../../infra/i18n/translate.js';
import { hostLocales, type HostKey } from '../../infra/locales/index.js';
import { reasonText } from '../../domain/sync/guard/reason-text.js';
import type { SyncPlan } from '../../domain/sync/plan/sync-plan.js';
import type { SyncRunState } from '../../domain/sync/runs/sync-run.entity.js';
import type { SyncRun } from '../../domain/sync/runs/sync-runs.js';

/** The maximum number of names of a list. */
const NAMES = 20;

const IMPORT_STATES: Readonly<Record<SyncRunState, ImportState>> = {
  planned: 'planned',
  refused: 'refused',
  writing: 'planned',
  applied: 'applied',
  failed: 'failed',
  'broken off': 'failed',
  unchanged: 'unchanged',
};

/** A run in the form that a brick shows. @param schools names of schools, by UAI */
export function presentImport(
  run: SyncRun & { readonly plan: SyncPlan | null },
  schools: ReadonlyMap<string, string>,
  language: Language,
): ImportPlan {
  const { id, source, state, failure, verdict, ignored } = run;
  const t = translator<HostKey>(hostLocales, language, false);
  const numbers = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB');
  const formatter = { t, number: (count: number) => numbers.format(count) };
  const more = verdict?.more ?? 0;
  return {
    run: id,
    source,
    state: IMPORT_STATES[state],
    refusals: [
      ...(verdict?.reasons ?? []).map((reason) => reasonText(reason, schools, formatter)),
      ...(more > 0 ? [t('platform.moreReasons', { count: more })] : []),
    ],
    ...(failure !== null && { failure }),
    changes: changesOf(run),
    ignored: (ignored?.reasons ?? []).map(({ reason, count, examples }) => ({
      what: t(`platform.ignored.${reason}`),
      count,
      examples,
    })),
  };
}

/** The changes of a run. Old plans are deleted; their figures are kept. */
function changesOf({ counts, plan }: SyncRun & { readonly plan: SyncPlan | null }): ImportPlan['changes'] {
  const { persons, schools = [] } = plan ?? {};
  const groups = schools.map((school) => school.groups);
  return {
    schoolsCreated: listOf(
      counts?.schools.created,
      schools.filter(({ created }) => created),
    ),
    schoolsChanged: listOf(
      counts?.schools.changed,
      schools.filter(({ changes }) => changes.length > 0),
    ),
    personsCreated: listOf(counts?.persons.created, persons?.created.map(nameOf)),
    personsChanged: listOf(
      counts?.persons.changed,
      persons?.changed.map(({ person }) => nameOf(person)),
    ),
    personsMoved: listOf(counts?.persons.moved, moversOf(schools)),
    personsLeft: listOf(counts?.persons.disabled, persons?.disabled.map(nameOf)),
    personsBack: listOf(counts?.persons.revived, persons?.revived.map(nameOf)),
    groupsCreated: listOf(
      counts?.groups.created,
      groups.flatMap(({ created }) => created),
    ),
    groupsJoined: namesOf(counts?.joinedClasses, counts?.classNames?.joined),
    groupsAsked: namesOf(counts?.askedClasses, counts?.classNames?.asked),
    groupsChanged: listOf(
      counts?.groups.changed,
      groups.flatMap(({ changed }) => changed.map(({ group }) => group)),
    ),
    groupsEnded: listOf(
      counts?.groups.ended,
      groups.flatMap(({ ended }) => ended),
    ),
    groupsBack: listOf(
      counts?.groups.revived,
      groups.flatMap(({ revived }) => revived),
    ),
    membershipsAdded: listOf(counts?.memberships.added),
    membershipsRemoved: listOf(counts?.memberships.removed),
    kinshipsAdded: listOf(counts?.kinships.added),
    kinshipsRemoved: listOf(counts?.kinships.removed),
  };
}

/** The people who move; each once, in the school that they move to. */
function moversOf(schools: SyncPlan['schools']): { readonly name: string }[] {
  const begun = schools.flatMap(({ attachments }) => attachments.begun.filter(({ moved }) => moved !== undefined));
  return [...new Map(begun.map((one) => [one.person, nameOf(one)])).values()];
}

function nameOf({ displayName }: { readonly displayName: string }): { readonly name: string } {
  return { name: displayName };
}

function namesOf(total = 0, names: readonly string[] = []): ImportList {
  return { total, names: names.slice(0, NAMES) };
}

function listOf(total = 0, things: readonly { readonly name: string }[] = []): ImportList {
  return { total, names: things.slice(0, NAMES).map(({ name }) => name) };
}
