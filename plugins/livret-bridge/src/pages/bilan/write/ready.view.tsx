// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { WriteViewProps } from './write-view-props.js';

/** The end of the page: save, say that the bilan is ready, go on with the next pupil. */
export function ReadyView({ model, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  const { left, clashes, isReady, next } = model;
  const count = left.filter((one) => one.count > 0).length + clashes.length;
  return (
    <div>
      <div class="v-actions">
        {!isReady && (
          <button
            class="btn btn-primary"
            name="do"
            value="ready"
            data-ready
            aria-disabled={count > 0 ? 'true' : undefined}
            aria-describedby="ready-why"
          >
            {t('bilan.ready')}
          </button>
        )}
        <button class="btn btn-secondary" name="do" value="save" data-save>
          {t('bilan.save')}
        </button>
        {next && (
          <a class="btn btn-quiet" href={next.url}>
            {t('bilan.next', { name: next.name })}
            <Icon name="arrow-right" />
          </a>
        )}
      </div>
      {!isReady && (
        <p
          class="v-soft v-small livret-bridge-why"
          id="ready-why"
          data-left-count
          data-none={t('bilan.leftNone')}
          data-one={t('bilan.leftCount', { count: 1 })}
          data-other={t('bilan.leftCount', { count: 2 })}
        >
          {count === 0 ? t('bilan.leftNone') : t('bilan.leftCount', { count })}
        </p>
      )}
    </div>
  );
}
