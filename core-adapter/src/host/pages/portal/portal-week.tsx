// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Icon, Section } from '../../../ui/index.js';
import { capitalised } from '../../infra/i18n/capitalised.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { PortalDay, PortalWeekModel } from './portal.model.js';

interface PortalWeekProps {
  readonly week: PortalWeekModel | undefined;
  readonly t: Translate<HostKey>;
}

/** The school days of a pupil, with what is due on each. */
export function PortalWeek({ week, t }: PortalWeekProps): VNode | null {
  if (!week || week.days.length === 0) return null;
  return (
    <Section title={t('portal.week')}>
      <ol class="v-list v-days">
        {week.days.map(({ weekday, number, isToday, things }) => (
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

/** The school days of a teacher, one row each. Today has its word, its mark for screen readers, and a colour. */
export function TeacherWeek({ week, t }: PortalWeekProps): VNode | null {
  if (!week || week.days.length === 0) return null;
  return (
    <Section title={t(week.isNext ? 'portal.nextWeek' : 'portal.week')}>
      <ol class="v-week v-card v-card-flush">
        {week.days.map((day) => (
          <li key={day.weekday} aria-current={day.isToday ? 'date' : undefined}>
            <p class="v-week-day">
              <strong>{capitalised(day.weekday)}</strong> {day.number}
              {day.isToday && <span class="v-day-now"> {t('portal.today')}</span>}
            </p>
            <DayThings things={day.things} t={t} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function DayThings({ things, t }: Pick<PortalDay, 'things'> & Pick<PortalWeekProps, 't'>): VNode {
  if (things.length === 0) return <p class="v-week-none v-soft v-small">{t('portal.nothingOn')}</p>;
  return (
    <ul class="v-list">
      {things.map(({ title, detail, url, icon, colour }) => (
        <li key={`${url} ${title}`}>
          <a class={`brick-${colour}`} href={url}>
            <Icon name={icon} />
            <span>{title}</span>
            {detail !== '' && <span class="v-soft v-small">{detail}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
