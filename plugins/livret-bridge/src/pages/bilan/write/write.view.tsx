// SPDX-License-Identifier: EUPL-1.2
import { Crumbs, LinkButton, Neighbours, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import { SaveBar } from '../../shared/save-bar.view.js';
import { Way } from '../../shared/way.view.js';
import { BankView } from './bank.view.js';
import { ReadyView } from './ready.view.js';
import { SubjectView } from './subject.view.js';
import { SubjectsView } from './subjects.view.js';
import { TemplatesView } from './templates.view.js';
import type { WriteViewProps } from './write-view-props.js';

/** The page on which a subject of a bilan is written: one form, which also works without script. */
export function WriteView({ model, t, number }: WriteViewProps): VNode {
  const { title, crumbs, way, carried, previous, next, place } = model;
  return (
    <>
      <div class="v-pagehead">
        <div>
          <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
          <h1>{title}</h1>
          <Way at={way.at} words={way.words} />
        </div>
        <Neighbours label={t('bilan.otherPupils')} previous={previous} next={next} place={place} />
      </div>
      <NotesView model={model} t={t} />
      <form
        class="livret-bridge-bilan"
        method="post"
        action={model.action}
        data-changes={model.changesUrl}
        data-keep="no"
      >
        {/* The button that Enter in a field presses: it saves, and does nothing else. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="subject" value={model.current.code} />
        {carried.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div class="livret-bridge-writing">
          <SubjectsView model={model} t={t} />
          <SubjectView model={model} t={t} number={number} />
          <BankView bank={model.bank} t={t} />
        </div>
        <SaveBar personId={model.personId} timeZone={model.timeZone} isAtFoot t={t}>
          <ReadyView model={model} t={t} />
        </SaveBar>
      </form>
      <TemplatesView t={t} />
    </>
  );
}

/** Notes before the person goes on: mistakes and clashes of the last form, the word of the head, and what is worth a look before signing. */
function NotesView({ model, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  const { notes, wordOfHead, isReady, signUrl, firstLeft } = model;
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
      {isReady && firstLeft === undefined && (
        <Note kind="good">
          <p>{t('bilan.isReady')}</p>
          <LinkButton kind="quiet" href={signUrl} iconEnd="arrow-right">
            {t('bilan.sign')}
          </LinkButton>
        </Note>
      )}
      <UnworkedView model={model} t={t} />
    </div>
  );
}

/** The domains without an element, once nothing else is left: the script of the page shows and hides them. */
function UnworkedView({
  model: { unworked, firstLeft, current, opened },
  t,
}: Pick<WriteViewProps, 'model' | 't'>): VNode {
  const isListed = unworked.includes(current);
  // The domain of the page may lose its last element while somebody writes.
  const all = isListed || opened.kind !== 'domain' ? unworked : [...unworked, current];
  return (
    <div data-unworked hidden={firstLeft !== undefined || unworked.length === 0}>
      <Note kind="warn">
        <p>{t('bilan.unworked')}</p>
        <ul class="v-list livret-bridge-unworked">
          {all.map((one) => (
            <li key={one.code} data-unworked-in={one.code} hidden={one === current && !isListed}>
              <a href={one.url}>{one.name}</a>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
