// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

interface PickBarProps {
  /** The URL of `TAKE_PATH`. */
  readonly takeUrl: string;
  /** Whether the user has a place to copy to. */
  readonly mayCopy: boolean;
  /** Whether they may move or delete anything in the list. */
  readonly mayChange: boolean;
  readonly t: FileShareTexts;
}

/** The actions for the ticked lines. The bar stands in the form around the list, which posts to `PICK_PATH`. The style sheet draws the icons. */
export function PickBar({ takeUrl, mayCopy, mayChange, t }: PickBarProps): VNode {
  const get = { formmethod: 'get' };
  return (
    <div class="file-share-pick" data-pick data-one={t('bar.one')} data-many={t('bar.many', { number: '{count}' })}>
      <p role="status" data-pick-count>
        {t('bar.title')}
      </p>
      <div class="v-actions">
        {mayChange && (
          <button class="btn btn-secondary" name="action" value="move" {...get}>
            {t('bar.move')}
          </button>
        )}
        {mayCopy && (
          <button class="btn btn-secondary" name="action" value="copy" {...get}>
            {t('bar.copy')}
          </button>
        )}
        <button class="btn btn-quiet" formaction={takeUrl} {...get}>
          {t('bar.take')}
        </button>
        {mayChange && (
          <Button kind="quiet" name="action" value="trash">
            {t('bar.trash')}
          </Button>
        )}
      </div>
    </div>
  );
}
