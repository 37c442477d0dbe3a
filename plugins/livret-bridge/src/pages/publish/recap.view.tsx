// SPDX-License-Identifier: EUPL-1.2
import { Actions, Aside, Button, Crumbs, Icon, LinkButton, Note, PageHead, type Crumb } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { Waiting } from './waiting.view.js';

/** The page that counts the readers, before the head publishes now. */
export interface RecapModel {
  readonly crumbs: readonly Crumb[];
  readonly period: number;
  readonly urls: { readonly publish: string; readonly back: string };
  readonly facts: readonly { readonly title: string; readonly detail: string }[];
  /** The hour at which they are published, and until which the head can take it back. */
  readonly waits: string;
  readonly button: string;
  /** The way out: « Garder le 11 décembre à 18 h ». */
  readonly keep: string;
  /** The first bilan as its family and its pupil are about to read it. */
  readonly eyes: readonly { readonly url: string; readonly label: string; readonly icon: string }[];
  readonly waiting: readonly string[];
}

export function RecapView({ model, t }: ViewProps<RecapModel>): VNode {
  const { crumbs, eyes, waiting } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={t('recap.title')} lead={t('recap.lead')} />
      <div class="v-columns">
        <Facts model={model} t={t} />
        <div class="v-parts">
          <Aside title={t('recap.eyes')}>
            <p>{t('recap.eyesLead')}</p>
            <ul class="v-list">
              {eyes.map(({ url, label, icon }) => (
                <li key={url}>
                  <a class="livret-bridge-eyes" href={url}>
                    <Icon name={icon} />
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </Aside>
          {waiting.length > 0 && <Waiting waiting={waiting} t={t} />}
        </div>
      </div>
    </>
  );
}

function Facts({ model: { facts, waits, urls, period, button, keep }, t }: ViewProps<RecapModel>): VNode {
  return (
    <section class="v-card" aria-labelledby="recap">
      <h2 class="h3" id="recap">
        {t('recap.facts')}
      </h2>
      <dl class="livret-bridge-recap">
        {facts.map(({ title, detail }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <Note kind="warn" icon="clock-history">
        <p>
          <strong>{t('recap.minutes')}</strong> {waits}
        </p>
      </Note>
      <form class="livret-bridge-final" method="post" action={urls.publish}>
        <input type="hidden" name="period" value={period} />
        <Actions>
          <Button kind="primary" icon="send-fill" name="do" value="now">
            {button}
          </Button>
          <LinkButton kind="quiet" href={urls.back}>
            {keep}
          </LinkButton>
        </Actions>
      </form>
    </section>
  );
}
