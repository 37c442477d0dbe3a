// SPDX-License-Identifier: EUPL-1.2
import { Card, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { ChildHead } from '../shared/child/head.view.js';
import type { OwnLine } from '../shared/child/home.model.js';
import { OwnRow } from '../shared/child/own-row.view.js';

/** All that a pupil has written. */
export interface ChildOwnModel {
  readonly backUrl: string;
  /** The sentence that says when messages are deleted; undefined while that is far away. */
  readonly going: string | undefined;
  readonly lines: readonly OwnLine[];
  readonly olderUrl: string | undefined;
}

export function ChildOwnView({ model, t }: ViewProps<ChildOwnModel>): VNode {
  const { backUrl, going, lines, olderUrl } = model;
  return (
    <>
      <ChildHead title={t('child.own')} backUrl={backUrl} t={t} />
      {going !== undefined && <p class="v-soft">{going}</p>}
      <div data-live="messages" id="messaging-own">
        {lines.length === 0 ? (
          <Card>
            <p>{t('child.ownEmpty')}</p>
          </Card>
        ) : (
          <ul class="v-list v-rows v-card v-card-flush v-child-own">
            {lines.map((line) => (
              <OwnRow key={line.id} line={line} />
            ))}
          </ul>
        )}
      </div>
      {olderUrl !== undefined && <LinkButton href={olderUrl}>{t('box.older')}</LinkButton>}
    </>
  );
}
