// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Card, LinkButton, Rows, Tag, type AvatarPerson } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../brick-types.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import type { MarkedPart } from './marked.js';
import type { BoxHead } from '../shared/box-tabs.js';

export interface SearchModel extends BoxHead {
  readonly search: string;
  /** Undefined before anything was searched for. */
  readonly result: SearchResult | undefined;
}

export interface SearchResult {
  readonly title: string;
  readonly lines: readonly SearchLine[];
  /** « Cherché jusqu’au 4 janvier », where older messages were not looked at yet. */
  readonly cut: string | undefined;
  readonly olderUrl: string | undefined;
}

export interface SearchLine {
  readonly id: string;
  readonly url: string;
  /** « Karim Bensaïd », or « À Parents des CM1 » for what the reader wrote. */
  readonly who: string;
  readonly face: AvatarPerson;
  readonly subject: readonly MarkedPart[];
  readonly text: readonly MarkedPart[];
  readonly when: string;
  /** The list in which it is, and the sign of that list. */
  readonly box: string;
  readonly icon: string;
}

export function SearchView({ model, t }: ViewProps<SearchModel>): VNode {
  const { result } = model;
  return (
    <BoxFrame head={model} title={t('search.page')} search={model.search} t={t}>
      {result ? <Results result={result} t={t} /> : <p class="v-soft">{t('search.hint')}</p>}
    </BoxFrame>
  );
}

function Results({ result, t }: { readonly result: SearchResult; readonly t: MessagingTexts }): VNode {
  const { title, lines, cut, olderUrl } = result;
  return (
    <section aria-labelledby="messaging-found">
      <h3 id="messaging-found">{title}</h3>
      {lines.length > 0 && (
        <Rows>
          {lines.map((line) => (
            <FoundRow key={line.id} line={line} />
          ))}
        </Rows>
      )}
      {lines.length === 0 && (
        <Card>
          <p class="mb-0">{t('search.nothingText')}</p>
        </Card>
      )}
      {cut !== undefined && <p class="v-soft mt-3">{cut}</p>}
      {olderUrl !== undefined && <LinkButton href={olderUrl}>{t('search.older')}</LinkButton>}
    </section>
  );
}

function FoundRow({ line }: { readonly line: SearchLine }): VNode {
  const { url, who, face, subject, text, when, box, icon } = line;
  return (
    <li>
      <a class="v-pick messaging-found" href={url}>
        <Avatar of={face} />
        <span class="v-row-text">
          <span class="v-pick-head">
            <strong>
              <Marked parts={subject} />
            </strong>
            <Tag icon={icon}>{box}</Tag>
          </span>
          <span class="v-small">
            {who}
            <span class="v-soft"> · {when}</span>
          </span>
          <span class="v-soft v-small">
            <Marked parts={text} />
          </span>
        </span>
      </a>
    </li>
  );
}

function Marked({ parts }: { readonly parts: readonly MarkedPart[] }): VNode {
  return <>{parts.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}</>;
}
