// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { WriteViewProps } from './write-view-props.js';

/** The end of the bar at the foot: what is left, and the button that says that the bilan is ready; then the way to the next pupil. */
export function ReadyView({ model, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  const { subjects, isReady, next, firstLeft } = model;
  const todo = subjects.filter(({ state }) => state === 'todo');
  // As the grid counts: each empty cell, and the appreciation. A choice between two values is one thing, too.
  const count = todo.reduce((sum, { empty }) => sum + Math.max(1, empty.length), 0);
  return (
    <>
      <a
        class="btn btn-quiet"
        id="left"
        href={firstLeft ?? '#subject'}
        hidden={count === 0}
        data-left
        data-one={t('bilan.left', { count: 1 })}
        data-other={t('bilan.left', { count: 2 })}
      >
        {t('bilan.left', { count })}
      </a>
      <span class="v-soft v-small" data-left-none hidden={count > 0}>
        {t('bilan.leftNone')}
      </span>
      <button class="btn btn-secondary" name="do" value="save" data-save>
        {t('bilan.save')}
      </button>
      {isReady ? (
        next && (
          <a class="btn btn-secondary" href={next.url}>
            {t('bilan.next', { name: next.name })}
            <Icon name="arrow-right" />
          </a>
        )
      ) : (
        <button
          class="btn btn-primary"
          name="do"
          value="ready"
          data-ready
          {...(count > 0 && { 'aria-disabled': 'true', 'aria-describedby': 'left' })}
        >
          {t('bilan.ready')}
        </button>
      )}
    </>
  );
}
