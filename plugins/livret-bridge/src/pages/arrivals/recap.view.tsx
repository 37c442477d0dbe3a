// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Crumbs, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import type { RecapModel } from './recap.presenter.js';

/** The names of an answer before it is given: a refused copy is gone at once, and an accepted one may arrive within seconds. */
export function RecapView({ model, t }: ViewProps<RecapModel>): VNode {
  const { title, facts, button, fields, url, homeUrl } = model;
  const crumbs = [{ label: t('title'), url: homeUrl }, { label: t('arrivals.name'), url }, { label: title }];
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={t('arrivals.recapLead')} />
      <section class="v-card">
        <dl class="livret-bridge-recap">
          {facts.map((fact) => (
            <div key={fact.title}>
              <dt>{fact.title}</dt>
              <dd>
                {fact.names}
                {fact.why !== undefined && <p class="v-soft mb-0">{fact.why}</p>}
              </dd>
            </div>
          ))}
        </dl>
        <p class="v-soft">{t('arrivals.undo')}</p>
        <form class="livret-bridge-final" method="post" action={url}>
          {fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Actions>
            <Button kind="primary">{button}</Button>
            <Button kind="quiet" name="step" value="back">
              {t('arrivals.back')}
            </Button>
          </Actions>
        </form>
      </section>
    </>
  );
}
