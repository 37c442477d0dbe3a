// SPDX-License-Identifier: EUPL-1.2
import type { ExampleAbout } from '@volee/core-adapter/testing';
import { handOverDates } from '../../domain/hand-over/hand-over-dates.js';
import { handedBilanOf, handedSchema, type HandedBilan } from '../../domain/hand-over/handed-bilan.js';
import { HandedRow } from '../../store/handed.entity.js';
import { exampleBilan } from './example-bilan-for-tests.js';

type About = Pick<ExampleAbout, 'db' | 'groupId' | 'pupilId' | 'marker'>;

const PERIOD = { count: 3, rhythm: 'T' } as const;

export async function exampleParcel(about: About, cm2Year = 2025): Promise<HandedBilan> {
  const row = await exampleBilan(about, 'published');
  return handedSchema.parse(handedBilanOf(row, { cm2Year, className: about.marker, period: PERIOD }));
}

/** A bilan that another school handed over, of a pupil who was in CM2 last year; each one of the same pupil is of another period. */
export async function exampleHanded(about: About, cm2Year = 2025): Promise<HandedRow> {
  const { db, pupilId, marker } = about;
  const content = await exampleParcel(about, cm2Year);
  const { year, period, catalogue } = content;
  const { until } = handOverDates(content.cm2Year, 'Europe/Paris');
  const [row] = await db.repository(HandedRow).insert([
    {
      ...{ pupilId, fromSchool: '0390009Z', fromName: marker, key: `${String(year)}-periodic-${String(period)}` },
      ...{ revision: 1, year, period, catalogue, positions: content.content.positions },
      ...{ content: JSON.stringify(content), receivedAt: new Date('2026-09-01T06:00:00Z'), until },
    },
  ]);
  if (!row) throw new Error('The copy was not written.');
  return row;
}
