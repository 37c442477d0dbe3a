// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, PageHead, Section } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';

/** The families who have a message of the reader, each with their children. */
export interface ReadersPageModel {
  readonly title: string;
  readonly summary: string | undefined;
  readonly backUrl: string;
  /** People with an unread copy come first. */
  readonly lists: readonly { readonly title: string; readonly names: readonly string[] }[];
}

export function ReadersView({ model: { title, summary, backUrl, lists }, t }: ViewProps<ReadersPageModel>): VNode {
  return (
    <>
      <PageHead
        title={title}
        lead={summary}
        actions={
          <LinkButton kind="quiet" icon="arrow-left" href={backUrl}>
            {t('readers.back')}
          </LinkButton>
        }
      />
      <div data-live="messages" id="messaging-readers">
        {lists.map((list) => (
          <Section key={list.title} title={list.title}>
            <ul class="v-list">
              {list.names.map((name, place) => (
                <li key={place}>{name}</li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </>
  );
}
