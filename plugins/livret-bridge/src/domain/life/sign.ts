// SPDX-License-Identifier: EUPL-1.2
import { isComplete } from '../bilan/what-is-missing.js';
import { keepCatalogues, knownCatalogues } from '../catalogue/kept-catalogues.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import { hashOfRow } from '../bilan/hash-of-row.js';
import { audited, type LifeContext, type Shown, type StepTaken } from './life-context.js';
import type { OffLines } from '../periods/class-rows.js';
import { missingOf } from './missing-of.js';

interface SignContext extends LifeContext {
  readonly catalogues: Catalogues;
  readonly off: OffLines;
  /** The instant at which the teacher typed their password; undefined when the SSO does not tell it. */
  readonly authenticatedAt?: Date | undefined;
}

export interface Signed extends StepTaken {
  /** The instant of the signatures. */
  readonly at: Date;
}

/**
 * Signs bilans as they were shown, all in one transaction. A bilan that has changed since, is no longer complete, or was signed by somebody
 * else stays as it is.
 * @param rows the bilans of the class, as they are now
 */
export async function sign(rows: readonly BilanRow[], shown: readonly Shown[], context: SignContext): Promise<Signed> {
  const { db, clock, user, audit, catalogues, off, authenticatedAt } = context;
  const at = clock.now();
  const chosen = inOrder(rows.filter(({ id }) => shown.some((one) => one.id === id)));
  const known = await knownCatalogues(chosen, catalogues, db);
  return audit('livret.signed', { bilans: chosen.map(({ id }) => id) }, async () => {
    const done: BilanRow[] = [];
    const changed: BilanRow[] = [];
    for (const row of chosen) {
      const sha256 = hashOfRow(row);
      const isShown = shown.some(({ id, revision }) => id === row.id && revision === row.revision);
      const isSigned =
        isShown &&
        row.state === 'ready' &&
        isComplete(missingOf(row, known, off)) &&
        (await changeState(db, row, 'signed', {
          ...{ signedBy: user.id, signedAs: user.displayName, signedAt: at },
          ...{ authenticatedAt: authenticatedAt ?? null, sha256 },
        }));
      if (isSigned) await noteTrace(context, { bilan: row, what: 'signed', at, person: user, sha256 });
      (isSigned ? done : changed).push(row);
    }
    const used = done.map(({ catalogue }) => catalogue);
    await keepCatalogues(used, catalogues, db);
    return audited({ done, changed, at });
  });
}

/**
 * Takes signatures back, all in one transaction: bilans that the head has not endorsed are ready again, and the others stay as they are.
 * @param rows as they were read now
 */
export function takeBack(rows: readonly BilanRow[], context: LifeContext): Promise<StepTaken> {
  const { db, clock, user, audit } = context;
  return audit('livret.takenBack', { bilans: rows.map(({ id }) => id) }, async () => {
    const done: BilanRow[] = [];
    const changed: BilanRow[] = [];
    for (const row of inOrder(rows)) {
      const isDone = row.state === 'signed' && (await changeState(db, row, 'ready'));
      if (isDone) await noteTrace(context, { bilan: row, what: 'takenBack', at: clock.now(), person: user });
      (isDone ? done : changed).push(row);
    }
    return audited({ done, changed });
  });
}

/** Sorts rows in one order for everybody, so that two transactions about the same bilans do not wait for each other. */
export function inOrder<R extends { readonly id: string }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
