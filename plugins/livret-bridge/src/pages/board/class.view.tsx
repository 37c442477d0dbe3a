// SPDX-License-Identifier: EUPL-1.2
import { Actions, Crumbs, Icon, PageHead, TextField, type Crumb } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../brick-types.js';
import { ReadingsView, type ReadingsModel } from '../shared/readings.view.js';
import { Way } from '../shared/way.view.js';

/** A class, or the pupils who left, as the head reads them in one period. */
export interface ClassModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** Undefined while nothing is published. */
  readonly readings: ReadingsModel | undefined;
  readonly period: number;
  readonly from: string;
  /** `sendBack` is undefined where nobody could correct what comes back. */
  readonly urls: { readonly visa: string; readonly visaBack: string; readonly sendBack: string | undefined };
  /** The sentences about teachers and families after a visa. */
  readonly after: string;
  /** Why nothing can be sent back. */
  readonly why?: string;
  readonly lines: readonly ClassLine[];
  readonly signed: number;
  readonly endorsed: number;
}

export interface ClassLine {
  readonly name: string;
  readonly url: string;
  readonly at: number;
  readonly words: string;
  readonly detail: string;
  /** The value of its tick; undefined where there is nothing to endorse or to send back. */
  readonly tick: string | undefined;
  /** Whether it waits for the visa; an endorsed bilan can only be sent back. */
  readonly isSigned: boolean;
  readonly general: string;
  /** The page that unlocks it, once it is published. */
  readonly unlockUrl: string | undefined;
  /** The page of its history, once it was unlocked: there the head reads what the family had read. */
  readonly historyUrl: string | undefined;
}

/** Each bilan opens in one click; those that wait have a tick, and one bar below endorses them or sends them back. */
export function ClassView({ model, t }: ViewProps<ClassModel>): VNode {
  const { crumbs, title, lead, readings, period, from, urls, lines } = model;
  const hasTicks = lines.some(({ tick }) => tick !== undefined);
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} />
      {readings && <ReadingsView model={readings} />}
      <form method="post" action={urls.visa} aria-label={title} data-ticks>
        <input type="hidden" name="period" value={period} />
        <input type="hidden" name="from" value={from} />
        <ClassTable lines={lines} t={t} />
        {hasTicks && <Decide model={model} t={t} />}
      </form>
    </>
  );
}

function ClassTable({ lines, t }: Pick<ClassModel, 'lines'> & { readonly t: LivretTexts }): VNode {
  return (
    <div class="v-card v-card-flush">
      <table class="table v-stack livret-bridge-board">
        <thead>
          <tr>
            <th scope="col">{t('sign.pupil')}</th>
            <th scope="col">{t('board.where')}</th>
            <th scope="col">{t('sign.general')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('board.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line key={line.url} line={line} id={`bilan-${String(index)}`} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, id, t }: { readonly line: ClassLine; readonly id: string; readonly t: LivretTexts }): VNode {
  const { name, url, at, words, detail, tick, isSigned, general, unlockUrl, historyUrl } = line;
  return (
    <tr>
      <th scope="row">
        {tick === undefined ? (
          <div class="livret-bridge-nocheck">{name}</div>
        ) : (
          <div class="form-check">
            <input class="form-check-input" type="checkbox" id={id} name="bilan" value={tick} checked={isSigned} />
            <label class="form-check-label" for={id}>
              {name}
            </label>
          </div>
        )}
      </th>
      <td>
        <Way at={at} words={words} />
        <span class="v-soft v-small livret-bridge-detail">{detail}</span>
      </td>
      <td>
        <span class="livret-bridge-cut">{general}</span>
      </td>
      <td class="livret-bridge-cta">
        <a class="btn btn-quiet" href={url}>
          {t('board.read')}
          <span class="visually-hidden"> {t('sign.readOf', { name })}</span>
        </a>
        {unlockUrl !== undefined && (
          <a class="btn btn-quiet" href={unlockUrl}>
            {t('class.unlock')}
            <span class="visually-hidden"> {t('sign.readOf', { name })}</span>
          </a>
        )}
        {historyUrl !== undefined && (
          <a class="btn btn-quiet" href={historyUrl}>
            {t('history.open')}
            <span class="visually-hidden"> {t('sign.readOf', { name })}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

function Decide({ model: { urls, after, why, signed, endorsed }, t }: ViewProps<ClassModel>): VNode {
  return (
    <div class="livret-bridge-effect livret-bridge-visa">
      <p>{after}</p>
      {why !== undefined && <p>{why}</p>}
      {signed + endorsed > 0 && (
        <Actions>
          {signed > 0 && (
            <button class="btn btn-primary" type="submit" formAction={urls.visa} data-keep="no">
              <Icon name="check-lg" />
              <span
                data-one={t('board.endorse', { count: 1 })}
                data-other={t('board.endorse', { count: 99 })}
                data-none={t('board.endorseNone')}
              >
                {t('board.endorseTicked')}
              </span>
            </button>
          )}
          {endorsed > 0 && (
            <button class="btn btn-quiet" type="submit" formAction={urls.visaBack} data-keep="no">
              {t('class.visaBack')}
            </button>
          )}
        </Actions>
      )}
      {urls.sendBack !== undefined && (
        <details class="livret-bridge-fold">
          <summary>
            {t('class.sendBack')} <Icon name="chevron-down" />
          </summary>
          <TextField name="word" label={t('sendBack.word')} hint={t('sendBack.wordHint')} rows={3} />
          <button class="btn btn-secondary" type="submit" formAction={urls.sendBack}>
            <Icon name="arrow-return-left" />
            {t('class.sendBackTicked')}
          </button>
        </details>
      )}
    </div>
  );
}
