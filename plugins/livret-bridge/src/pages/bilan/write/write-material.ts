// SPDX-License-Identifier: EUPL-1.2
import { levelRank, type Member } from '@volee/core-adapter';
import { In, LessThan } from 'typeorm';
import { bilanScope } from '../../../domain/bilan/bilan-scope.js';
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import { elementsOfLevel } from '../../../domain/elements/elements-of-level.js';
import { offLinesOf } from '../../../domain/periods/class-rows.js';
import { phrasesOf } from '../../../domain/phrases/phrases-of.js';
import { BilanRow } from '../../../store/bilan.entity.js';
import { PeriodRow } from '../../../store/period.entity.js';
import { TraceRow } from '../../../store/trace.entity.js';
import type { UnsavedCell } from '../../../domain/save/save-form.js';

/** A bilan as its page is asked for: its row, and the cells that the last form did not save. */
export interface Written {
  readonly row: BilanRow;
  readonly catalogue: Catalogue;
  readonly unsaved: ReadonlyMap<string, UnsavedCell>;
  readonly isBusy: boolean;
  /** The subject to show, as the address or the form names it. */
  readonly subject: string | undefined;
}

/** The rows and names that the page of a bilan shows. */
export interface WriteMaterial extends Written {
  readonly pupil: Member | undefined;
  /** The people who wrote other values, by id. */
  readonly persons: ReadonlyMap<string, Member>;
  readonly period: PeriodRow | undefined;
  /** The codes of the lines that the class does not fill in. */
  readonly off: readonly string[];
  readonly elements: ReadonlyMap<string, readonly string[]>;
  readonly phrases: readonly string[];
  /** The last bilan of the pupil before this one. */
  readonly before: BilanRow | undefined;
  /** The last step, when it is the head's: sent back or unlocked, with a word. */
  readonly step: TraceRow | undefined;
  /** The class, when the user teaches it now. */
  readonly className: string | undefined;
  /** The bilans of the class in this period that the user writes, in the order of the grid. */
  readonly siblings: readonly { readonly id: string; readonly name: string }[];
}

export async function gatherMaterial(written: Written, request: LivretRequest): Promise<WriteMaterial> {
  const { db, directory, access, user, t } = request;
  const { row, unsaved } = written;
  const { classId, year, period } = row;
  const siblings = await siblingsOf(row, request);
  const others = [...unsaved.values()].flatMap(({ other }) => other?.by ?? []);
  const persons = await directory.persons([...siblings.map(({ pupilId }) => pupilId), row.pupilId, ...others]);
  return {
    ...written,
    ...{ persons, pupil: persons.get(row.pupilId) },
    period: await db.repository(PeriodRow).findOne({ where: { year, period } }),
    off: (await offLinesOf(db, [classId], period)).get(classId) ?? [],
    elements: await elementsOfLevel(row, db),
    phrases: await phrasesOf(user.id, db, t),
    before: await bilanBefore(row, request),
    step: await stepOfHead(row, request),
    className: (await access.groups('write')).find(({ id }) => id === classId)?.name,
    siblings: inOrder(siblings, persons),
  };
}

type Sibling = Pick<BilanRow, 'id' | 'pupilId' | 'level' | 'state'>;

async function siblingsOf({ classId, year, period }: BilanRow, { db, access }: LivretRequest): Promise<Sibling[]> {
  const select = ['id', 'pupilId', 'level', 'state'] as const;
  const rows = await db.repository(BilanRow).find({ where: { classId, year, period }, select });
  const scoped = rows.map((one) => ({ ...bilanScope(one), ...one }));
  return access.filter('write', scoped);
}

/** Sorts bilans by level, then by family name; pupils without a level come last. */
function inOrder(rows: readonly Sibling[], persons: ReadonlyMap<string, Member>): WriteMaterial['siblings'] {
  const nameOf = ({ pupilId }: Sibling): string => {
    const pupil = persons.get(pupilId);
    return pupil ? `${pupil.familyName} ${pupil.givenName}` : '';
  };
  const order = new Intl.Collator('fr');
  return [...rows]
    .sort((a, b) => levelRank(a.level) - levelRank(b.level) || order.compare(nameOf(a), nameOf(b)))
    .map((one) => ({ id: one.id, name: persons.get(one.pupilId)?.givenName ?? '' }));
}

async function bilanBefore({ pupilId, year, period }: BilanRow, { db }: LivretRequest): Promise<BilanRow | undefined> {
  return db.repository(BilanRow).findOne({
    where: [
      { pupilId, year, period: LessThan(period) },
      { pupilId, year: LessThan(year) },
    ],
    order: { year: 'DESC', period: 'DESC' },
  });
}

async function stepOfHead({ id }: BilanRow, { db }: LivretRequest): Promise<TraceRow | undefined> {
  const what = In(['signed', 'sentBack', 'reopened', 'unlocked', 'restored']);
  const step = await db.repository(TraceRow).findOne({ where: { bilanId: id, what }, order: { at: 'DESC' } });
  return step?.what === 'signed' || step?.what === 'restored' ? undefined : step;
}
