// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { NodeLink } from '../shared/nodes/node-list.model.js';
import type { FolderModel } from './folder.model.js';

interface NodeLinksProps {
  readonly title: string;
  readonly text?: string;
  readonly links: readonly NodeLink[];
  readonly id: string;
  /** Content below the links. */
  readonly children?: ComponentChildren;
}

/** Folders and files beside the list, such as those with a star. */
export function NodeLinks({ title, text, links, id, children }: NodeLinksProps): VNode | null {
  if (links.length === 0) return null;
  return (
    <section class="file-share-favourites" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {text !== undefined && <p class="v-soft">{text}</p>}
      <ul class="v-list">
        {links.map(({ name, kind, url }) => (
          <li key={url}>
            <a data-kind={kind} href={url}>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

interface BelowListProps {
  readonly model: Pick<FolderModel, 'dropped' | 'kept' | 'nextUrl'>;
  readonly t: FileShareTexts;
}

/** The end of the page of a folder: files that pupils put in, kept ones, and the link to the next page. */
export function BelowList({ model: { dropped, kept, nextUrl }, t }: BelowListProps): VNode {
  return (
    <>
      <NodeLinks id="dropped" title={t('dropped.title')} text={t('dropped.text')} links={dropped} />
      <NodeLinks id="kept" title={t('keep.title')} text={t('keep.text')} links={kept.links}>
        {kept.hasMore && <p class="v-soft">{t('keep.more')}</p>}
      </NodeLinks>
      {nextUrl !== undefined && (
        <p class="mt-3">
          <LinkButton href={nextUrl} iconEnd="arrow-right">
            {t('list.next')}
          </LinkButton>
        </p>
      )}
    </>
  );
}
