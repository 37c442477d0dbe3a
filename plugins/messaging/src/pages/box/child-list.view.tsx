// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Card, LinkButton, PickRow, Rows, Tag, type AvatarPerson } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { ChildHead } from '../shared/child/head.view.js';

/** A list of messages for a pupil: all that they received, or those that wait for an answer. */
export interface ChildListModel {
  readonly title: string;
  readonly backUrl: string;
  /** The sentence that says when messages are deleted; undefined while that is far away. */
  readonly going: string | undefined;
  readonly lines: readonly ChildLine[];
  readonly olderUrl: string | undefined;
  readonly empty: string;
}

export interface ChildLine {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly face: AvatarPerson;
  readonly opening: string;
  readonly when: string;
  readonly isNew: boolean;
}

export function ChildListView({ model, t }: ViewProps<ChildListModel>): VNode {
  const { title, backUrl, going, lines, olderUrl, empty } = model;
  return (
    <>
      <ChildHead title={title} backUrl={backUrl} t={t} />
      {going !== undefined && <p class="v-soft">{going}</p>}
      <div data-live="messages" id="messaging-list">
        {lines.length === 0 && (
          <Card>
            <p>{empty}</p>
          </Card>
        )}
        {lines.length > 0 && (
          <Rows>
            {lines.map(({ id, url, title: from, face, opening, when, isNew }) => (
              <PickRow
                key={id}
                href={url}
                current={false}
                sign={<Avatar of={face} />}
                title={from}
                tag={isNew ? <Tag icon="envelope-fill">{t('child.newOne')}</Tag> : undefined}
                detail={opening === '' ? when : t('child.lineDetail', { when, opening })}
              />
            ))}
          </Rows>
        )}
      </div>
      {olderUrl !== undefined && <LinkButton href={olderUrl}>{t('box.older')}</LinkButton>}
    </>
  );
}
