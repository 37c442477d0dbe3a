// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';
import { BOARD_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { exampleBilan } from '../examples/example-bilan-for-tests.js';
import type { LivretForTests } from './livret-for-tests.js';

interface ClassForTests {
  /** Bilans of the two pupils of CM1, in one period of their own. */
  pair(one: BilanRow['state'], other: BilanRow['state']): Promise<[BilanRow, BilanRow]>;
  /** A bilan as it is stored now. */
  now(bilan: Pick<BilanRow, 'id'>): Promise<BilanRow>;
  /** The board of the head in the period of a bilan. */
  board(bilan: Pick<BilanRow, 'period'>): Promise<string>;
}

/** The class CM1 of the sample: bilans of it, and what becomes of them. */
export function classForTests({ host, tables }: Pick<LivretForTests, 'host' | 'tables'>): ClassForTests {
  const db = tables(SCHOOL);
  const bilans = db.repository(BilanRow);

  async function pair(one: BilanRow['state'], other: BilanRow['state']): Promise<[BilanRow, BilanRow]> {
    const write = async (role: 'pupil' | 'classmate', state: BilanRow['state']): Promise<BilanRow> => {
      const pupilId = await host.ids.person(role);
      const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, db };
      return exampleBilan({ ...about, marker: `Le trimestre de ${role}` }, state, true);
    };
    const rows: [BilanRow, BilanRow] = [await write('pupil', one), await write('classmate', other)];
    const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
    const period = { year: 2026, period: rows[0].period, rhythm: 'T' as const, count: 3, publishAt: null };
    await db.repository(PeriodRow).insert([{ ...period, ...days }]);
    return rows;
  }

  async function now({ id }: Pick<BilanRow, 'id'>): Promise<BilanRow> {
    const row = await bilans.findOne({ where: { id } });
    if (!row) throw new Error('The bilan is gone.');
    return row;
  }

  async function board({ period }: Pick<BilanRow, 'period'>): Promise<string> {
    const { text } = await host
      .as('head')
      .get(`${BOARD_PATH}?period=${String(period)}`)
      .expect(200);
    return text;
  }

  return { pair, now, board };
}
