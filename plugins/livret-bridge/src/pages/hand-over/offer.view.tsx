// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Crumbs, LinkButton, Note, PageHead, type Crumb } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';

/** The page that says what goes to a collège, before the head offers it. */
export interface OfferModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly facts: readonly { readonly title: string; readonly detail: string }[];
  readonly uai: string;
  readonly pupilIds: readonly string[];
  readonly button: string;
  readonly urls: { readonly offer: string; readonly back: string };
}

export function OfferView({ model, t }: ViewProps<OfferModel>): VNode {
  const { crumbs, title, facts, uai, pupilIds, button, urls } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={t('recap.lead')} />
      <section class="v-card" aria-labelledby="offer-facts">
        <h2 class="h3" id="offer-facts">
          {t('recap.facts')}
        </h2>
        <dl class="livret-bridge-recap">
          {facts.map((fact) => (
            <div key={fact.title}>
              <dt>{fact.title}</dt>
              <dd>{fact.detail}</dd>
            </div>
          ))}
        </dl>
        <Note kind="warn" icon="arrow-counterclockwise">
          <p>{t('handOver.thenRecall')}</p>
        </Note>
        <form class="livret-bridge-final" method="post" action={urls.offer}>
          <input type="hidden" name="do" value="offer" />
          <input type="hidden" name="to" value={uai} />
          {pupilIds.map((id) => (
            <input key={id} type="hidden" name="pupil" value={id} />
          ))}
          <Actions>
            <Button kind="primary" icon="send-fill">
              {button}
            </Button>
            <LinkButton kind="quiet" href={urls.back}>
              {t('offer.back')}
            </LinkButton>
          </Actions>
        </form>
      </section>
    </>
  );
}
