// SPDX-License-Identifier: EUPL-1.2
import { FactList, Icon, LinkButton, Point } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import type { RuleLine } from '../../domain/policy/rule-lines.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import { ChangeLink } from './change-link.view.js';
import { HistoryFold } from './history.view.js';
import { PauseFold } from './pause-form.view.js';
import { RuleFormView } from './rule-form.view.js';
import { RuleTable } from './rule-table.view.js';
import { RunningPauseCard } from './running-pause.view.js';
import type { RulesModel } from './rules.model.js';

export function RulesView({ model, t }: ViewProps<RulesModel>): VNode {
  return (
    <BoxFrame head={{ ...model, pauses: [] }} title={t('box.rules')} t={t}>
      <div>
        <p class="v-rules-title">{model.running.length === 0 ? t('box.rules') : model.now}</p>
        <p class="v-soft">{t('rules.lead')}</p>
      </div>
      <div class="v-halves v-rules-top">
        {model.running.map((pause) => (
          <RunningPauseCard key={pause.id} pause={pause} t={t} />
        ))}
        {model.running.length === 0 && (
          <section class="v-card" aria-labelledby="no-pause">
            <h3 class="v-rules-head" id="no-pause">
              {model.now}
            </h3>
            <p>{t('pause.none')}</p>
            <LinkButton href={model.pauseUrl} icon="pause-circle-fill">
              {t('pause.new')}
            </LinkButton>
          </section>
        )}
        <ReportsCard model={model} t={t} />
      </div>
      <WhomSection model={model} t={t} />
      <QuietSection model={model} t={t} />
      <KeptSection model={model} t={t} />
      <PauseFold form={model.pauseForm} t={t} />
      <HistoryFold history={model.history} t={t} />
    </BoxFrame>
  );
}

function ReportsCard({ model: { reports }, t }: ViewProps<RulesModel>): VNode {
  const { count, url } = reports;
  return (
    <section class="v-card" aria-labelledby="reports">
      <h3 class="v-rules-head" id="reports">
        {t('rules.reports')}
      </h3>
      <p>{count === 0 ? t('rules.reportsNone') : t('rules.reportsSome', { count })}</p>
      <LinkButton href={url}>{t('rules.reportsOpen')}</LinkButton>
    </section>
  );
}

function WhomSection({ model, t }: ViewProps<RulesModel>): VNode {
  const { moderation, rails } = model;
  return (
    <section class="v-rules-part" aria-labelledby="whom">
      <h3 class="v-rules-head" id="whom">
        {t('rules.whom')}
      </h3>
      <p class="v-soft">
        {model.decided} <a href="#history">{t('rules.whatChanged')}</a>
      </p>
      <RuleTable table={model.table} t={t} />
      <FormOf lines={['pupil', 'guardian', 'adults']} model={model} t={t} />
      <div class="v-card v-fact" id="between-pupils">
        <Icon name={moderation.icon} />
        <div>
          <h4 class="h3">{moderation.title}</h4>
          <p>{moderation.text}</p>
        </div>
        <ChangeLink url={moderation.changeUrl} what={moderation.title} t={t} />
      </div>
      <FormOf lines={['moderation']} model={model} t={t} />
      <section class="v-well" aria-labelledby="rails">
        <h4 class="h3" id="rails">
          {t('rules.rails')}
        </h4>
        <div class="v-points-2">
          <FactList>
            {rails.map((rail) => (
              <Point key={rail} icon="lock-fill">
                {rail}
              </Point>
            ))}
          </FactList>
        </div>
        <p class="v-soft v-small v-rules-why">{t('rail.why')}</p>
      </section>
    </section>
  );
}

function QuietSection({ model, t }: ViewProps<RulesModel>): VNode {
  return (
    <section class="v-rules-part" aria-labelledby="quiet">
      <h3 class="v-rules-head" id="quiet">
        {t('rules.quiet')}
      </h3>
      <p class="v-soft">{t('rules.quietLead')}</p>
      <div class="v-rules-split">
        <div class="v-card">
          {model.quiet.map(({ title, sentences, changeUrl }) => (
            <div class="v-fact" key={title}>
              <Icon name="moon-stars-fill" />
              <div>
                <h4 class="h3">{title}</h4>
                {sentences.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </div>
              <ChangeLink url={changeUrl} what={title} t={t} />
            </div>
          ))}
        </div>
        <div class="v-effect">
          <h4 class="h3">{t('hours.effect')}</h4>
          <FactList>
            {model.examples.map((example) => (
              <Point key={example} icon="clock-fill">
                {example}
              </Point>
            ))}
          </FactList>
        </div>
      </div>
      <FormOf lines={['hours-pupils', 'hours-families']} model={model} t={t} />
    </section>
  );
}

function KeptSection({ model, t }: ViewProps<RulesModel>): VNode {
  const { title, text, changeUrl } = model.kept;
  return (
    <section class="v-rules-part" aria-labelledby="kept-title">
      <h3 class="v-rules-head" id="kept-title">
        {title}
      </h3>
      <div class="v-card v-fact">
        <Icon name="archive-fill" />
        <div>
          <h4 class="h3">{text}</h4>
          <p>{t('kept.lead')}</p>
        </div>
        <ChangeLink url={changeUrl} what={title} t={t} />
      </div>
      <FormOf lines={['kept']} model={model} t={t} />
    </section>
  );
}

/** The form that the address opens, if it is one of these lines. */
function FormOf({ lines, model, t }: ViewProps<RulesModel> & { readonly lines: readonly RuleLine[] }): VNode | null {
  const { form } = model;
  return form && lines.includes(form.line) ? <RuleFormView form={form} t={t} /> : null;
}
