// SPDX-License-Identifier: EUPL-1.2
import { FactList, Icon, LinkButton, PickRow, Point, Rows, Split } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import type { RuleLine } from '../../domain/policy/rule-lines.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import { ChangeLink } from './change-link.view.js';
import { HistoryFold } from './history.view.js';
import { PauseFormView } from './pause-form.view.js';
import { RuleFormView } from './rule-form.view.js';
import { RuleCards } from './rule-cards.view.js';
import { RunningPauseCard } from './running-pause.view.js';
import type { RulesModel } from './rules.model.js';

export function RulesView({ model, t }: ViewProps<RulesModel>): VNode {
  return (
    <BoxFrame head={{ ...model, pauses: [] }} title={t('box.rules')} t={t}>
      <Split
        opened={!model.isList}
        list={
          <Rows>
            {model.parts.map(({ title, detail, icon, url, isCurrent }) => (
              <PickRow
                key={url}
                href={url}
                current={isCurrent}
                title={title}
                detail={detail}
                sign={
                  <span class="v-plate v-plate-soft v-plate-s">
                    <Icon name={icon} />
                  </span>
                }
              />
            ))}
          </Rows>
        }
        detail={<Part model={model} t={t} />}
      />
    </BoxFrame>
  );
}

function Part({ model, t }: ViewProps<RulesModel>): VNode {
  const { part, listUrl } = model;
  return (
    <>
      <div class="v-back">
        <LinkButton kind="quiet" icon="arrow-left" href={listUrl}>
          {t('box.rules')}
        </LinkButton>
      </div>
      {part === 'pause' && <PauseSection model={model} t={t} />}
      {part === 'whom' && <WhomSection model={model} t={t} />}
      {part === 'hours' && (
        <>
          <QuietSection model={model} t={t} />
          <KeptSection model={model} t={t} />
        </>
      )}
      <HistoryFold history={model.history} t={t} />
    </>
  );
}

function PauseSection({ model, t }: ViewProps<RulesModel>): VNode {
  return (
    <>
      {model.running.map((pause) => (
        <RunningPauseCard key={pause.id} pause={pause} t={t} />
      ))}
      <PauseFormView form={model.pauseForm} t={t} />
      <ReportsCard model={model} t={t} />
    </>
  );
}
function ReportsCard({ model: { reports }, t }: ViewProps<RulesModel>): VNode {
  const { count, url } = reports;
  return (
    <section class="v-rules-part" aria-labelledby="reports">
      <h3 class="v-rules-head" id="reports">
        {t('rules.reports')}
      </h3>
      <div class="v-card v-fact">
        <Icon name="flag-fill" />
        <p>{count === 0 ? t('rules.reportsNone') : t('rules.reportsSome', { count })}</p>
        <LinkButton href={url}>{t('rules.reportsOpen')}</LinkButton>
      </div>
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
      <p class="v-soft">{model.decided}</p>
      <RuleCards rows={model.rows} form={model.form} t={t} />
      <div class="v-card v-fact" id="between-pupils">
        <Icon name={moderation.icon} />
        <div>
          <h4 class="h3">{moderation.title}</h4>
          <p>{moderation.text}</p>
        </div>
        <ChangeLink url={moderation.changeUrl} what={moderation.title} t={t} />
      </div>
      <FormOf lines={['moderation']} model={model} t={t} />
      <details class="v-card v-rules-fold" id="rails">
        <summary>{t('rules.rails', { count: rails.length })}</summary>
        <FactList>
          {rails.map((rail) => (
            <Point key={rail} icon="lock-fill">
              {rail}
            </Point>
          ))}
        </FactList>
        <p class="v-soft v-small v-rules-why">{t('rail.why')}</p>
      </details>
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
      <div class="v-rules-stack">
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
