// SPDX-License-Identifier: EUPL-1.2
import { Aside, Crumbs, Icon, Note, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../brick-types.js';
import type { ArrivalsModel, WaitingModel, YearModel } from './arrivals.presenter.js';
import { OfferForm } from './offer-form.view.js';

/** The offers of écoles to the collège: a name and a school, and nothing of a bilan. */
export function ArrivalsView({ model, t }: ViewProps<ArrivalsModel>): VNode {
  const { title, lead, problem, offers, waiting, year, url, homeUrl } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={[{ label: t('title'), url: homeUrl }, { label: t('arrivals.name') }]} />
      <PageHead title={title} lead={lead} />
      {problem !== undefined && (
        <Note kind="bad" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      <div class="v-columns">
        <div class="v-parts">
          {offers.length > 0 && (
            <Note icon="eye-slash-fill">
              <p>{t('arrivals.nameOnly')}</p>
            </Note>
          )}
          {offers.map((offer) => (
            <OfferForm key={offer.uai} offer={offer} url={url} t={t} />
          ))}
          {offers.length === 0 && <p>{t('arrivals.noneText')}</p>}
        </div>
        <div class="v-parts">
          {waiting && <Waiting model={waiting} t={t} />}
          <Year model={year} t={t} />
        </div>
      </div>
    </>
  );
}

function Waiting({
  model: { title, asking, fold, expected },
  t,
}: {
  readonly model: WaitingModel;
  readonly t: LivretTexts;
}): VNode {
  return (
    <section class="v-card livret-bridge-await livret-bridge-waiting" aria-labelledby="livret-bridge-waiting">
      <h2 class="h3 livret-bridge-titled" id="livret-bridge-waiting">
        <Icon name="hourglass-split" />
        {title}
      </h2>
      <p class="v-soft v-small">{t('arrivals.waitingLead')}</p>
      {asking.length > 0 && (
        <ul class="v-list">
          {asking.map(({ name, from, why }) => (
            <li key={name}>
              <strong>{name}</strong>
              <span class="v-soft">{from}</span>
              <span>{why}</span>
            </li>
          ))}
        </ul>
      )}
      {expected.length > 0 && (
        <details class="livret-bridge-names">
          <summary>{fold}</summary>
          <ul class="v-list">
            {expected.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Year({
  model: { title, text, value, max },
  t,
}: {
  readonly model: YearModel;
  readonly t: LivretTexts;
}): VNode {
  return (
    <Aside title={title}>
      {text !== undefined && (
        <>
          <p>{text}</p>
          <progress value={value} max={max} aria-label={text} />
        </>
      )}
      <p class={text === undefined ? 'v-soft v-small' : 'v-soft v-small livret-bridge-recall'}>{t('arrivals.alone')}</p>
    </Aside>
  );
}
