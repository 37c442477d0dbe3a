// SPDX-License-Identifier: EUPL-1.2
import { Aside, Crumbs, LinkButton, Note, PageHead, Tag, type Crumb } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../brick-types.js';
import type { BilanModel } from '../shared/bilan/bilan.model.js';
import { BilanView } from '../shared/bilan/bilan.view.js';

/** The history of a bilan, as the head reads it. */
export interface HistoryModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** Whether the text that the family reads now is the signed one; undefined while the bilan is not published. */
  readonly now: Compared | undefined;
  /** The steps, the last one first. */
  readonly steps: readonly StepModel[];
  readonly backUrl: string;
}

/** A text and its digest, compared when the page was made. */
export interface Compared {
  readonly isSame: boolean;
  readonly words: string;
}

export interface StepModel {
  readonly id: string;
  readonly text: string;
  readonly when: string;
  readonly word: string | null;
  /** The whole digest, with the words before it. */
  readonly digest: { readonly label: string; readonly sha256: string } | undefined;
  /** The publication that ended with the step. */
  readonly kept: { readonly isSame: boolean; readonly url: string; readonly label: string } | undefined;
}

/** A publication that ended, as the family read it. */
export interface KeptModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  readonly compared: Compared;
  readonly digest: string;
}

/** Each step with its digest, and the way to each publication that ended. */
export function HistoryView({ model, t }: ViewProps<HistoryModel>): VNode {
  const { crumbs, title, lead, now, steps, backUrl } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} />
      <div class="v-columns">
        <div class="v-parts">
          {now && <ComparedNote compared={now} />}
          <section class="v-card" aria-labelledby="history-steps">
            <h2 id="history-steps">{t('history.title')}</h2>
            {steps.length === 0 && <p>{t('history.none')}</p>}
            <ol class="v-list livret-bridge-history">
              {steps.map((step) => (
                <Step key={step.id} step={step} t={t} />
              ))}
            </ol>
          </section>
          <div>
            <LinkButton href={backUrl}>{t('history.back')}</LinkButton>
          </div>
        </div>
        <Aside title={t('history.digestTitle')}>
          <p>{t('history.digestWhy')}</p>
          <p>{t('history.digestHow')}</p>
          <p>{t('history.digestEnds')}</p>
        </Aside>
      </div>
    </>
  );
}

function Step({ step, t }: { readonly step: StepModel; readonly t: LivretTexts }): VNode {
  const { text, when, word, digest, kept } = step;
  return (
    <li>
      {text}
      <span class="livret-bridge-when">{when}</span>
      {word !== null && <q class="livret-bridge-when">{word}</q>}
      {digest !== undefined && (
        <span class="livret-bridge-when">
          {digest.label} <code class="livret-bridge-digest">{digest.sha256}</code>
        </span>
      )}
      {kept && (
        <span class="livret-bridge-kept">
          <a class="v-link" href={kept.url}>
            {kept.label}
          </a>
          <Tag kind={kept.isSame ? 'good' : 'bad'} icon={kept.isSame ? 'check-lg' : 'x-lg'}>
            {t(kept.isSame ? 'history.sameTag' : 'history.unlikeTag')}
          </Tag>
        </span>
      )}
    </li>
  );
}

interface KeptViewProps {
  readonly model: KeptModel;
  readonly bilan: BilanModel;
  readonly t: LivretTexts;
}

/** A publication that ended, as the family read it. */
export function KeptView({ model: { crumbs, title, lead, compared, digest }, bilan, t }: KeptViewProps): VNode {
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} />
      <div class="v-columns">
        <div class="v-parts">
          <BilanView model={bilan} t={t} />
        </div>
        <div class="v-parts">
          <ComparedNote compared={compared} />
          <Aside title={t('history.digestName')}>
            <p>
              <code class="livret-bridge-digest">{digest}</code>
            </p>
            <p>{t('history.keptWho')}</p>
          </Aside>
        </div>
      </div>
    </>
  );
}

function ComparedNote({ compared: { isSame, words } }: { readonly compared: Compared }): VNode {
  return (
    <Note kind={isSame ? 'good' : 'bad'} icon={isSame ? 'check-circle-fill' : 'exclamation-triangle-fill'}>
      <p>{words}</p>
    </Note>
  );
}
