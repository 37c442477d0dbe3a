// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { TestHost } from '@volee/core-adapter/testing';
import { In } from 'typeorm';
import { TraceRow, type TraceStep } from '../../store/trace.entity.js';

/** The action of the journal for each step that a person takes; the clock publishes, and leaves no line there. */
const ACTIONS = {
  signed: 'livret.signed',
  takenBack: 'livret.takenBack',
  visa: 'livret.endorsed',
  visaBack: 'livret.visaBack',
  sentBack: 'livret.sentBack',
  reopened: 'livret.unlocked',
  unlocked: 'livret.unlocked',
  restored: 'livret.restored',
} as const satisfies Partial<Record<TraceStep, string>>;
type Step = keyof typeof ACTIONS;

/** A word for each bilan, step and person that the journal names, and that the rows say. */
export interface Told {
  readonly journal: readonly string[];
  readonly rows: readonly string[];
}

/** The lines of actions that were done about these bilans, beside the steps in the history of the bilans. */
export async function toldOf(host: TestHost, db: SchoolDatabase, bilanIds: readonly string[]): Promise<Told> {
  const lines = await host.host.database.dataSource.query<{ action: string; actor: string; subject: string }[]>(
    `SELECT action, actor, subject FROM core_audit WHERE action LIKE 'livret.%' AND outcome = 'done'`,
  );
  const journal = lines.flatMap(({ action, actor, subject }) => {
    const { bilan, bilans = [] } = JSON.parse(subject) as { bilan?: string; bilans?: string[] };
    const named = [...bilans, ...(bilan === undefined ? [] : [bilan])].filter((id) => bilanIds.includes(id));
    return named.map((id) => `${id} ${action} ${actor}`);
  });
  const steps = Object.keys(ACTIONS) as Step[];
  const traces = await db.repository(TraceRow).find({ where: { bilanId: In([...bilanIds]), what: In(steps) } });
  const rows = traces.map(({ bilanId, what, personId }) => `${bilanId} ${ACTIONS[what as Step]} ${personId ?? ''}`);
  return { journal: journal.sort(), rows: rows.sort() };
}
