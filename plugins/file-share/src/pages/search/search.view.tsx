// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button, ChoiceField, LinkButton, Tag, type Choice } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { ReadersWord } from '../shared/readers-word.view.js';
import { DriveHead } from '../shared/drive-head.view.js';
import type { NamePart } from './mark-found.js';
import type { ReadersTag } from '../../domain/readers/readers-tag.js';
import type { StateTag } from '../shared/works/works.model.js';

export interface SearchModel {
  readonly url: string;
  readonly search: string;
  readonly choices: readonly Choice[];
  readonly choice: string;
  /** « 6 réponses dans tout ce que vous pouvez voir » */
  readonly answer: string;
  /** On the first page. */
  readonly works: readonly FoundWorkLine[];
  readonly lines: readonly FoundLine[];
  readonly nextUrl: string | undefined;
}

export interface FoundWorkLine {
  readonly id: string;
  readonly name: readonly NamePart[];
  readonly url: string;
  /** « CM1-CM2 », « Inès, CM1-CM2 » */
  readonly place: string;
  readonly state: StateTag;
}

/** A folder or file that was found. */
export interface FoundLine {
  readonly id: string;
  readonly name: readonly NamePart[];
  readonly kind: string;
  readonly url: string;
  /** « CM1-CM2 › Sciences » */
  readonly path: string;
  /** « Vous, 19 novembre, 3,4 Mo » */
  readonly detail: string;
  readonly readers: ReadersTag;
}

/** The page of a search: what was found, and beside it the spaces to look in. */
export function SearchView({ model, t }: ViewProps<SearchModel>): VNode {
  const { url, search, choices, choice, answer, works, lines, nextUrl } = model;
  return (
    <>
      <DriveHead searchUrl={url} search={search} t={t} />
      <p class="v-soft" role="status">
        {answer}
      </p>
      <div class="file-share-search">
        <div>
          {works.length + lines.length > 0 && (
            <>
              <h2 id="found">{t(works.length > 0 ? 'search.titleWithWorks' : 'search.title')}</h2>
              <ul class="v-list v-rows v-card v-card-flush" aria-labelledby="found">
                {works.map((work) => (
                  <FoundWorkRow key={work.id} work={work} />
                ))}
                {lines.map((line) => (
                  <FoundRow key={line.id} line={line} />
                ))}
              </ul>
            </>
          )}
          {nextUrl !== undefined && (
            <p class="mt-3">
              <LinkButton href={nextUrl} iconEnd="arrow-right">
                {t('list.next')}
              </LinkButton>
            </p>
          )}
        </div>
        <form class="v-well" action={url}>
          <input type="hidden" name="q" value={search} />
          <ChoiceField name="in" label={t('search.where')} choices={choices} value={choice} hint={t('search.hint')} />
          <Button icon="search">{t('search.button')}</Button>
        </form>
      </div>
    </>
  );
}

function FoundWorkRow({ work: { name, url, place, state } }: { readonly work: FoundWorkLine }): VNode {
  return (
    <li class="v-row v-row-plain file-share-found">
      <a class="file-share-found-work" href={url}>
        <BrickBadge icon="journal-check" colour="files" size="small" soft />
        <span>
          <Name parts={name} />
          <small>{place}</small>
        </span>
      </a>
      <Tag kind={state.kind} icon={state.icon}>
        {state.text}
      </Tag>
    </li>
  );
}

function Name({ parts }: { readonly parts: readonly NamePart[] }): VNode {
  return <>{parts.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}</>;
}

function FoundRow({ line }: { readonly line: FoundLine }): VNode {
  const { name, kind, url, path, detail, readers } = line;
  return (
    <li class="v-row v-row-plain file-share-found">
      <a data-kind={kind} href={url}>
        <span>
          <Name parts={name} />
          <small>
            {path}
            <br />
            {detail}
          </small>
        </span>
      </a>
      <ReadersWord readers={readers} />
    </li>
  );
}
