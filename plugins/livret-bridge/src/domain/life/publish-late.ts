// SPDX-License-Identifier: EUPL-1.2
import type { Catalogues } from '../catalogue/catalogues.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import type { Endorsed } from './endorse.js';
import { isAsSigned } from '../bilan/hash-of-row.js';
import { keepComparisons } from './keep-comparisons.js';
import { audited, type LifeContext } from './life-context.js';
import { inOrder } from './sign.js';

/**
 * Publishes signed bilans of a school year that has ended, all in one transaction, and gives them a visa if they have none. Nothing else
 * can be done with them: nobody writes in that year any more.
 * @param rows as they were read now
 */
export function publishLate(
  rows: readonly BilanRow[],
  context: LifeContext & { readonly catalogues: Catalogues },
): Promise<Endorsed> {
  const { audit, catalogues, clock, db } = context;
  const at = clock.now();
  return audit<Endorsed>('livret.publishedLate', { bilans: rows.map(({ id }) => id) }, async () => {
    const done: BilanRow[] = [];
    const changed: BilanRow[] = [];
    const broken: BilanRow[] = [];
    for (const row of inOrder(rows)) {
      const isWaiting = row.state === 'signed' || row.state === 'visa';
      if (isWaiting && !isAsSigned(row)) broken.push(row);
      else ((await publishOne(row, context)) ? done : changed).push(row);
    }
    await keepComparisons(done, catalogues, db);
    return audited({ done, changed, broken, at });
  });
}

async function publishOne(row: BilanRow, context: LifeContext): Promise<boolean> {
  const { db, clock, user: person } = context;
  const at = clock.now();
  const endorsed = row.state === 'signed' ? await endorseOne(row, context) : row;
  if (endorsed?.state !== 'visa' || !(await changeState(db, endorsed, 'published', { publishedAt: at }))) return false;
  await noteTrace(context, { bilan: row, what: 'published', at, person, sha256: row.sha256 });
  return true;
}

async function endorseOne(row: BilanRow, context: LifeContext): Promise<BilanRow | undefined> {
  const { db, clock, user: person } = context;
  const at = clock.now();
  const visa = { visaBy: person.id, visaAs: person.displayName, visaAt: at };
  if (!(await changeState(db, row, 'visa', visa))) return undefined;
  await noteTrace(context, { bilan: row, what: 'visa', at, person });
  return { ...row, ...visa, state: 'visa', revision: row.revision + 1 };
}
