// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { PAGE_SIZE } from '../../infra/util/page-of.js';
import { AuditLine } from './audit-line.entity.js';

/** Which lines of the journal; what is absent does not narrow. */
export interface AuditFilter {
  readonly uai?: string | undefined;
  /** Ids of persons, or `cli`; any of them. Empty: nobody, so no line. */
  readonly actors?: readonly string[] | undefined;
  readonly action?: string | undefined;
  readonly outcome?: AuditLine['outcome'] | undefined;
  /** Included. */
  readonly from?: Date | undefined;
  /** Excluded. */
  readonly until?: Date | undefined;
}

/** A line of the journal as a place in it: what comes before it is older. */
export type AuditCursor = Pick<AuditLine, 'at' | 'id'>;

export interface AuditPage {
  /** The latest first. */
  readonly lines: readonly AuditLine[];
  /** Where the next page begins; absent when there is none. */
  readonly next?: AuditCursor;
}

/**
 * A page of the journal, by key and not by number: the page after a million lines costs what the first one does. Several actors
 * are read one by one and merged, because an index gives the lines of one in the order of time, and those of two in none.
 */
export async function findAuditPage(
  unitOfWork: UnitOfWork,
  { actors, ...filter }: AuditFilter,
  before?: AuditCursor,
): Promise<AuditPage> {
  const lines: AuditLine[] = [];
  for (const actor of actors ?? [undefined]) {
    lines.push(...(await unitOfWork.run((manager) => latest(manager, filter, actor, before).getMany())));
  }
  lines.sort((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1));
  const shown = lines.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return { lines: shown, ...(last && lines.length > PAGE_SIZE && { next: { at: last.at, id: last.id } }) };
}

/** Every action that the journal knows, by seeking from one to the next: an index of a million lines is not read through. */
export async function findAuditActions(unitOfWork: UnitOfWork): Promise<string[]> {
  const actions: string[] = [];
  let action = await unitOfWork.run((manager) => actionAfter(manager, ''));
  while (action !== null) {
    const last = action;
    actions.push(last);
    action = await unitOfWork.run((manager) => actionAfter(manager, last));
  }
  return actions;
}

async function actionAfter(manager: EntityManager, action: string): Promise<string | null> {
  const row = await manager
    .createQueryBuilder(AuditLine, 'line')
    .select('MIN(line.action)', 'action')
    .where('line.action > :action', { action })
    .getRawOne<{ action: string | null }>();
  return row?.action ?? null;
}

/** One more than a page, to know whether there is another. */
function latest(
  manager: EntityManager,
  { uai, action, outcome, from, until }: Omit<AuditFilter, 'actors'>,
  actor: string | undefined,
  before: AuditCursor | undefined,
): SelectQueryBuilder<AuditLine> {
  const query = manager.createQueryBuilder(AuditLine, 'line');
  const equal = { uai, actor, action, outcome };
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) query.andWhere(`line.${column} = :${column}`, { [column]: value });
  }
  if (from) query.andWhere('line.at >= :from', { from });
  if (until) query.andWhere('line.at < :until', { until });
  if (before) {
    // The first condition is the one that an index answers; the second leaves out what was shown of the same instant.
    query.andWhere('line.at <= :at AND (line.at < :at OR line.id < :id)', before);
  }
  return query
    .orderBy('line.at', 'DESC')
    .addOrderBy('line.id', 'DESC')
    .limit(PAGE_SIZE + 1);
}
