// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, DateField, Note, PageHead, PickRow, Rows, Tabs, Tag, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';

/** The periods of a school year, as a head chooses them. */
export interface PeriodsModel {
  readonly title: string;
  readonly lead: string;
  readonly formUrl: string;
  readonly rhythm: string;
  /** The rhythms to choose from; empty once somebody has begun to write. */
  readonly rhythms: readonly Tab[];
  readonly fixed: string | undefined;
  /** The sentence above the form. */
  readonly problem: string | undefined;
  readonly periods: readonly PeriodPart[];
}

export interface PeriodPart {
  readonly period: number;
  readonly name: string;
  readonly fields: readonly DayInput[];
  /** « 196 bilans ouverts », or that nobody writes yet. */
  readonly state: string;
  readonly isOpen: boolean;
  readonly openLabel: string;
}

export interface DayInput {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** The rhythm, and a card for each period with its three days. */
export function PeriodsView({ model, tabs, t }: ViewProps<PeriodsModel> & { readonly tabs: readonly Tab[] }): VNode {
  const { title, lead, formUrl, rhythm, rhythms, fixed, problem, periods } = model;
  return (
    <>
      <PageHead title={title} lead={lead} />
      <Tabs label={t('tabs.label')} tabs={tabs} />
      {problem !== undefined && (
        <Note kind="bad" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {rhythms.length > 0 && (
        <nav class="livret-bridge-rhythms" aria-label={t('year.rhythm')}>
          <Rows>
            {rhythms.map(({ label, url, current }) => (
              <PickRow
                key={url}
                href={url}
                current={current}
                title={label}
                tag={current && <Tag icon="check-lg">{t('year.chosen')}</Tag>}
              />
            ))}
          </Rows>
        </nav>
      )}
      {fixed !== undefined && <p class="v-soft">{fixed}</p>}
      <form class="v-parts" method="post" action={formUrl} data-periods={problem === undefined ? '' : 'refused'}>
        <input type="hidden" name="rhythm" value={rhythm} />
        {periods.map((part) => (
          <Part key={part.period} part={part} />
        ))}
        <Actions>
          <Button kind="primary" icon="check-lg">
            {t('year.save')}
          </Button>
        </Actions>
      </form>
    </>
  );
}

function Part({ part }: { readonly part: PeriodPart }): VNode {
  const { period, name, fields, state, isOpen, openLabel } = part;
  const title = `livret-bridge-period-${String(period)}`;
  return (
    <section class="v-card" aria-labelledby={title}>
      <div class="livret-bridge-period-head">
        <h2 id={title}>{name}</h2>
        <Tag kind={isOpen ? 'good' : 'plain'} icon={isOpen ? 'unlock-fill' : 'lock-fill'}>
          {state}
        </Tag>
      </div>
      <div class="livret-bridge-days">
        {fields.map((field) => (
          <DateField key={field.name} {...field} />
        ))}
      </div>
      {!isOpen && (
        <Button name="open" value={String(period)} icon="unlock-fill">
          {openLabel}
        </Button>
      )}
    </section>
  );
}
