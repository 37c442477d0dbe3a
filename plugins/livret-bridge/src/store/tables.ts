// SPDX-License-Identifier: EUPL-1.2
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
