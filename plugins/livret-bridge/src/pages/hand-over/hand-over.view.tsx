// SPDX-License-Identifier: EUPL-1.2
import { Aside, Card, FactList, Note, PageHead, Point, Tabs, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../brick-types.js';
import { ChooseForm } from './choose-form.view.js';
import { CollegeCardView, SentRow } from './college-card.view.js';
import type { HandOverModel } from './hand-over.model.js';

/** Refused pupils, pupils without a collège, then a card for each collège; beside them, what goes and what stays. */
export function HandOverView({ model, tabs, t }: ViewProps<HandOverModel> & { readonly tabs: readonly Tab[] }): VNode {
  const { title, lead, problem, refused, isChange, choose, cards, outside, unknown, url } = model;
  return (
    <>
      <PageHead title={title} lead={lead} />
      <Tabs label={t('tabs.label')} tabs={tabs} />
      <div class="v-columns">
        <div class="v-parts">
          {problem !== undefined && (
            <Note kind="bad" role="alert">
              <p>{problem}</p>
            </Note>
          )}
          {refused && !isChange && <Refused refused={refused} model={model} t={t} />}
          {choose && <ChooseForm model={choose} url={url} t={t} />}
          {refused && isChange && <Refused refused={refused} model={model} t={t} />}
          {cards.map((card) => (
            <CollegeCardView key={card.uai} card={card} model={model} t={t} />
          ))}
          {outside && (
            <Card title={t('handOver.outside')}>
              <p>{t('handOver.outsideText', { names: outside.names })}</p>
              <a class="v-link" href={outside.changeUrl}>
                {t('handOver.changeOne')}
              </a>
            </Card>
          )}
          {unknown && (
            <details class="v-card livret-bridge-unknown" open={Object.keys(unknown.problems).length > 0}>
              <summary>{t('handOver.missing')}</summary>
              <p class="v-soft">{t('handOver.missingText')}</p>
              <ChooseForm model={unknown} url={url} t={t} />
            </details>
          )}
        </div>
        <div class="v-parts">
          <WhatGoes t={t} />
          <Next model={model} t={t} />
        </div>
      </div>
    </>
  );
}

interface RefusedProps extends ViewProps<HandOverModel> {
  readonly refused: NonNullable<HandOverModel['refused']>;
}

function Refused({ refused: { title, lines }, model, t }: RefusedProps): VNode {
  return (
    <section class="v-card v-card-flush" aria-labelledby="livret-bridge-refused">
      <div class="livret-bridge-college">
        <h2 id="livret-bridge-refused">{title}</h2>
      </div>
      <ul class="v-list v-rows livret-bridge-sent">
        {lines.map((line) => (
          <SentRow key={line.pupilId} line={line} uai={line.uai} model={model} t={t} />
        ))}
      </ul>
    </section>
  );
}

function WhatGoes({ t }: { readonly t: LivretTexts }): VNode {
  return (
    <section class="v-card livret-bridge-goes" aria-labelledby="livret-bridge-goes">
      <h2 class="h3" id="livret-bridge-goes">
        {t('handOver.goes')}
      </h2>
      <FactList>
        <Point icon="check-lg">{t('handOver.goesBilans')}</Point>
      </FactList>
      <h3>{t('handOver.stays')}</h3>
      <FactList>
        <Point icon="x-lg">{t('handOver.staysDrafts')}</Point>
        <Point icon="x-lg">{t('handOver.staysSupport')}</Point>
        <Point icon="x-lg">{t('handOver.staysOthers')}</Point>
      </FactList>
    </section>
  );
}

function Next({ model: { ends }, t }: ViewProps<HandOverModel>): VNode {
  return (
    <Aside title={t('handOver.then')}>
      <ol class="v-howto v-small brick-livret">
        <li>{t('handOver.thenAnswer')}</li>
        <li>{t('handOver.thenArrives')}</li>
        <li>{t('handOver.thenReads')}</li>
        <li>{ends}</li>
      </ol>
      <p class="v-small livret-bridge-recall">{t('handOver.thenRecall')}</p>
    </Aside>
  );
}
