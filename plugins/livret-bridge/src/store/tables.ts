// SPDX-License-Identifier: EUPL-1.2
import type { PersonTable } from '@volee/core-adapter';
import { AcknowledgementRow } from './acknowledgement.entity.js';
import { BilanRow } from './bilan.entity.js';
import { CatalogueRow } from './catalogue.entity.js';
import { ClassRow } from './class.entity.js';
import { DestinationRow } from './destination.entity.js';
import { ElementRow } from './element.entity.js';
import { HandedRow } from './handed.entity.js';
import { PeriodRow } from './period.entity.js';
import { PhraseRow } from './phrase.entity.js';
import { ReadingRow } from './reading.entity.js';
import { TraceRow } from './trace.entity.js';

/** The entities of the brick. */
export const TABLES = [
  ...[PeriodRow, ClassRow, BilanRow, PhraseRow, ElementRow],
  ...[TraceRow, AcknowledgementRow, HandedRow, ReadingRow, DestinationRow],
  CatalogueRow,
];

/**
 * The columns that may hold the id of a person. A bilan is exported by its state, and two of one period are merged: so handlers treat them.
 * `formerId` is the id of a bilan.
 */
export const PERSON_TABLES: readonly PersonTable[] = [
  { entity: ClassRow, columns: { groupId: 'group' } },
  {
    entity: BilanRow,
    columns: { pupilId: 'handlers', signedBy: 'handlers', visaBy: 'handlers', classId: 'group' },
  },
  { entity: PhraseRow, columns: { ownerId: 'handlers' } },
  { entity: TraceRow, columns: { pupilId: 'handlers', personId: 'handlers', formerId: 'nobody' } },
  { entity: AcknowledgementRow, columns: { pupilId: 'handlers', personId: 'handlers' } },
  { entity: HandedRow, columns: { pupilId: 'handlers' } },
  { entity: ReadingRow, columns: { pupilId: 'handlers', personId: 'handlers' } },
  { entity: DestinationRow, columns: { pupilId: 'handlers' } },
];
