// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, LinkButton, Row, Rows, Section } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../brick-types.js';
import { BOARD_PATH } from '../../paths.js';
import { currentPeriod, periodsOf } from '../../domain/periods/current-period.js';
import { periodName } from '../../domain/periods/period-name.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { HomePart } from './home-part.js';

/** The part of the home for a teaching head of an école: the bilans that wait for a visa, and the way to the board. */
export async function headHome(request: LivretRequest): Promise<HomePart> {
  const { db, clock, schoolYear, t, url } = request;
  const periods = await periodsOf(db, schoolYear);
  const current = currentPeriod(periods, clock.today());
  const count = await db.repository(BilanRow).count({ where: { year: schoolYear, state: 'signed' } });
  const title = count > 0 ? t('board.toEndorse', { count }) : t('headHome.none');
  const detail = current ? t('headHome.detail', { period: periodName(current, t) }) : t('headHome.noPeriod');
  return {
    lead: title,
    content: (
      <Section title={t('headHome.title')}>
        <Rows>
          <Row
            sign={<BrickBadge colour="livret" icon="check2-all" soft />}
            {...{ title, detail }}
            action={<LinkButton href={url(BOARD_PATH)}>{t('headHome.board')}</LinkButton>}
          />
        </Rows>
      </Section>
    ),
  };
}
