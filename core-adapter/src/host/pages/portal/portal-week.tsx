// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Icon, Section } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { PortalDay } from './portal.model.js';

interface PortalWeekProps {
  readonly week: readonly PortalDay[];
  readonly t: Translate<HostKey>;
}

/** The school days of a pupil, with what is due on each. */
export function PortalWeek({ week, t }: PortalWeekProps): VNode | null {
  if (week.length === 0) return null;
  return (
    <Section title={t('portal.week')}>
      <ol class="v-list v-days">
        {week.map(({ weekday, number, isToday, things }) => (
          <li key={weekday} aria-current={isToday ? 'date' : undefined}>
            <p class="v-day-name">
              {weekday} <strong>{number}</strong> {isToday && <span class="v-day-now">{t('portal.today')}</span>}
            </p>
            {things.map(({ title, detail, url, icon }) => (
              <a key={url} class="v-day-thing" href={url}>
                <Icon name={icon} />
                <span>
                  {title}
                  <small>{detail}</small>
                </span>
              </a>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}
