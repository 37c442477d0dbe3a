// SPDX-License-Identifier: EUPL-1.2
import { Aside, Crumbs, Icon, LinkButton, PageHead, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import { Way } from '../../shared/way.view.js';
import { SaveBar } from '../../shared/save-bar.view.js';
import { DomainView, MoreView } from './domain.view.js';
import { LeftView } from './left.view.js';
import { ParcoursView } from './parcours.view.js';
import { ReadyView } from './ready.view.js';
import { TemplatesView } from './templates.view.js';
import type { WriteViewProps } from './write-view-props.js';
import { LineView } from './line.view.js';
import { PicksView } from './picks.view.js';
import { Said } from './said.view.js';
import { TextView } from './text.view.js';

/** The page on which a bilan is written: one form, which also works without script. */
export function WriteView({ model, t, number }: WriteViewProps): VNode {
  const { title, lead, crumbs, before, cards, way } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} actions={<OthersOfClass model={model} t={t} />} />
      <div class="livret-bridge-stands">
        <Way at={way.at} words={way.words} />
      </div>
      <NotesView model={model} t={t} />
      <SaveBar personId={model.personId} t={t} />
      <form
        class="livret-bridge-bilan"
        method="post"
        action={model.action}
        data-changes={model.changesUrl}
        data-keep="no"
      >
        {/* The button that Enter in a field presses: it saves, and does nothing else. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <div class="livret-bridge-beside">
          <LeftView model={model} t={t} />
          {before && (
            <div class="livret-bridge-before">
              <Aside title={t('bilan.before')}>
                <p>{before.quote}</p>
                {before.by !== '' && <p class="v-soft v-small">{before.by}</p>}
                <LinkButton kind="quiet" href={before.url} iconEnd="arrow-right">
                  {t('bilan.readBefore')}
                </LinkButton>
              </Aside>
            </div>
          )}
        </div>
        <div class="livret-bridge-cards">
          {cards.map((domain) => (
            <DomainView key={domain.code} domain={domain} model={model} limit={number(domain.text.limit)} t={t} />
          ))}
          <OthersView model={model} t={t} number={number} />
          <ParcoursView model={model} t={t} number={number} />
          <GeneralView model={model} t={t} number={number} />
          <ChildView model={model} t={t} number={number} />
          <ReadyView model={model} t={t} />
        </div>
      </form>
      <TemplatesView t={t} />
    </>
  );
}

function OthersOfClass({ model: { previous, next }, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  return (
    <nav class="v-actions" aria-label={t('bilan.otherPupils')}>
      {previous && (
        <a class="btn btn-secondary" href={previous.url} rel="prev">
          <Icon name="arrow-left" />
          {previous.name}
        </a>
      )}
      {next && (
        <a class="btn btn-secondary" href={next.url} rel="next">
          {next.name}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}

/** The domains of one line each, and in folds their elements and appreciations. */
function OthersView({ model, t, number }: WriteViewProps): VNode | null {
  const { others, scale } = model;
  if (others.length === 0) return null;
  return (
    <section class="v-card" aria-labelledby="others">
      <h2 id="others">{t('bilan.others')}</h2>
      {others.flatMap(({ lines }) => lines.map((line) => <LineView key={line.name} line={line} scale={scale} t={t} />))}
      <h3 class="livret-bridge-more">{t('bilan.moreTitle')}</h3>
      {others.map((domain) => (
        <MoreView key={domain.code} domain={domain} model={model} limit={number(domain.text.limit)} t={t} />
      ))}
    </section>
  );
}

/** The parts for the pupil: a word, and the strong points that the teacher chooses. */
function ChildView({ model: { childTitle, word, strengths }, t, number }: WriteViewProps): VNode {
  const { count, clash, problem } = strengths;
  const what = count === 0 ? t('bilan.strengthsNone') : t('bilan.strengthsSome', { count });
  return (
    <section class="v-card" aria-labelledby="child">
      <h2 id="child">{childTitle}</h2>
      <TextView text={word} limit={number(word.limit)} t={t} />
      <details class="livret-bridge-fold" open={clash !== undefined || problem !== undefined}>
        <summary>
          {t('bilan.strengths')}
          <Said words={what} />
        </summary>
        <PicksView picks={strengths} t={t} />
      </details>
    </section>
  );
}

/** The general appreciation, with the phrases of the teacher: one press adds a phrase to the text. */
function GeneralView({ model: { general, phrases, phrasesUrl }, t, number }: WriteViewProps): VNode {
  return (
    <section class="v-card" aria-labelledby="general">
      <h2 id="general">{t('bilan.general')}</h2>
      <TextView text={general} limit={number(general.limit)} t={t} />
      <details class="livret-bridge-fold" open data-bank>
        <summary>{t('bilan.bank')}</summary>
        <ul class="v-list livret-bridge-phrases">
          {phrases.map((phrase) => (
            <li key={phrase}>
              <button class="btn btn-secondary" name="phrase" value={phrase}>
                <Icon name="plus-lg" />
                <span>{phrase}</span>
              </button>
            </li>
          ))}
        </ul>
        <a class="btn btn-quiet livret-bridge-flush" href={phrasesUrl}>
          {t('bilan.changePhrases')}
        </a>
      </details>
    </section>
  );
}

/** Notes before the person goes on: mistakes and clashes of the last form, and the word of the head. */
function NotesView({ model, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  const { notes, wordOfHead, isReady, signUrl, left } = model;
  const isComplete = left.every(({ count }) => count === 0);
  return (
    <div class="livret-bridge-notes">
      {notes.map(({ kind, text }) => (
        <Note key={text} kind={kind} role="alert">
          {text}
        </Note>
      ))}
      {wordOfHead && (
        <Note kind="warn" icon="reply-fill">
          <p>{wordOfHead.by}</p>
          {wordOfHead.word !== undefined && <p>{wordOfHead.word}</p>}
        </Note>
      )}
      {isReady && isComplete && (
        <Note kind="good">
          <p>{t('bilan.isReady')}</p>
          <LinkButton kind="quiet" href={signUrl} iconEnd="arrow-right">
            {t('bilan.sign')}
          </LinkButton>
        </Note>
      )}
    </div>
  );
}
