// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { PAGE_SIZE } from '../../infra/util/page-of.js';
import { AuditLine } from './audit-line.entity.js';

/** A filter of journal lines; an absent field does not narrow. */
export interface AuditFilter {
  readonly uai?: string | undefined;
  /** Ids of people, or `cli`: lines of any of them. An empty list matches no line. */
  readonly actors?: readonly string[] | undefined;
  readonly action?: string | undefined;
  /** An action without its lines. */
  readonly except?: string | undefined;
  readonly outcome?: AuditLine['outcome'] | undefined;
  /** Included. */
  readonly from?: Date | undefined;
  /** Excluded. */
  readonly until?: Date | undefined;
}

/** A position in the journal; lines after the cursor are older. */
export type AuditCursor = Pick<AuditLine, 'at' | 'id'>;

export interface AuditPage {
  /** The latest first. */
  readonly lines: readonly AuditLine[];
  /** The start of the next page; absent on the last page. */
  readonly next?: AuditCursor;
}

/**
 * A page of the journal by keyset: a page after a million lines costs as much as the first. Several actors are queried one by one and
 * merged, since an index returns the lines of one actor in the order of time, but not those of several.
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

/** Every action in the journal, by index seeks from one to the next instead of a scan of a million lines. */
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

/** Reads one line more than a page, to know whether there is a next page. */
function latest(
  manager: EntityManager,
  { uai, action, except, outcome, from, until }: Omit<AuditFilter, 'actors'>,
  actor: string | undefined,
  before: AuditCursor | undefined,
): SelectQueryBuilder<AuditLine> {
  const query = manager.createQueryBuilder(AuditLine, 'line');
  const equal = { uai, actor, action, outcome };
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) query.andWhere(`line.${column} = :${column}`, { [column]: value });
  }
  if (except !== undefined) query.andWhere('line.action <> :except', { except });
  if (from) query.andWhere('line.at >= :from', { from });
  if (until) query.andWhere('line.at < :until', { until });
  if (before) {
    // The first condition uses the index; the second excludes lines of the same instant that were shown already.
    query.andWhere('line.at <= :at AND (line.at < :at OR line.id < :id)', before);
  }
  return query
    .orderBy('line.at', 'DESC')
    .addOrderBy('line.id', 'DESC')
    .limit(PAGE_SIZE + 1);
}
