// SPDX-License-Identifier: EUPL-1.2
import { Button, Crumbs, DateField, LinkButton, Note, PageHead, SelectField } from '@volee/core-adapter/ui';
import type { Choice, Crumb } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { Leaving, type LeavingModel } from '../shared/board/leaving.view.js';
import { Waiting } from './waiting.view.js';

/** The page on which the head chooses when the bilans of a period are published. */
export interface PublishModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  readonly period: number;
  readonly urls: Readonly<Record<'publish' | 'now' | 'board', string>>;
  /** The sentence that they are published; nothing is offered any more. */
  readonly over: string | undefined;
  readonly leaving: LeavingModel | undefined;
  readonly planned: string | undefined;
  readonly day: string;
  /** The first day that can be chosen; undefined while the form shows an earlier one. */
  readonly from: string | undefined;
  readonly hour: string;
  readonly hours: readonly Choice[];
  readonly problem: string | undefined;
  /** « Publier le {day} à {hour} », for the script. */
  readonly button: string;
  /** Undefined while no bilan is endorsed. */
  readonly now: { readonly words: string; readonly button: string } | undefined;
  /** The bilans of each class that do not leave yet. */
  readonly waiting: readonly string[];
}

/** Two acts with a button each: at a day and an hour, or now. */
export function PublishView({ model, t }: ViewProps<PublishModel>): VNode {
  const { crumbs, title, lead, over, leaving, waiting, urls } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} />
      <div class="v-columns">
        <div class="v-parts">
          {over !== undefined && (
            <>
              <Note kind="good">
                <p>
                  {over} {t('publish.follow')}
                </p>
              </Note>
              <LinkButton href={urls.board}>{t('sendBack.toBoard')}</LinkButton>
            </>
          )}
          {leaving && (
            <div class="v-card">
              <Leaving model={leaving} t={t} />
            </div>
          )}
          {over === undefined && !leaving && <Ways model={model} t={t} />}
        </div>
        {waiting.length > 0 && <Waiting waiting={waiting} t={t} />}
      </div>
    </>
  );
}

function Ways({ model, t }: ViewProps<PublishModel>): VNode {
  const { planned, now, urls } = model;
  return (
    <>
      <section class="v-card livret-bridge-way-card" aria-labelledby="publish-planned">
        <h2 class="h3" id="publish-planned">
          {t('publish.plan')}
        </h2>
        <p>{planned ?? t('publish.planLead')}</p>
        <PlanForm model={model} t={t} />
      </section>
      <section class="v-card livret-bridge-way-card livret-bridge-way-now" aria-labelledby="publish-now">
        <div>
          <h2 class="h3" id="publish-now">
            {t('publish.now')}
          </h2>
          <p id="publish-now-lead">{now?.words ?? t('publish.nothing')}</p>
        </div>
        {now ? (
          <LinkButton href={urls.now} iconEnd="arrow-right">
            {now.button}
          </LinkButton>
        ) : (
          <button class="btn btn-secondary" type="button" aria-disabled="true" aria-describedby="publish-now-lead">
            {t('publish.nowPlain')}
          </button>
        )}
      </section>
    </>
  );
}

function PlanForm({ model, t }: ViewProps<PublishModel>): VNode {
  const { period, urls, day, from, hour, hours, problem, planned, button } = model;
  return (
    <form class="livret-bridge-way-form" method="post" action={urls.publish} data-publish-date>
      <input type="hidden" name="period" value={period} />
      <DateField name="day" label={t('publish.on')} value={day} error={problem} min={from} />
      <SelectField name="hour" label={t('publish.at')} choices={hours} value={hour} />
      <button class="btn btn-primary" type="submit" name="do" value="plan">
        <span data-words={button}>{t('publish.button')}</span>
      </button>
      {planned !== undefined && (
        <Button kind="quiet" name="do" value="cancel">
          {t('publish.cancel')}
        </Button>
      )}
      <p class="v-field-error livret-bridge-way-past" role="alert" data-past={t('publish.pastDay')} />
    </form>
  );
}
