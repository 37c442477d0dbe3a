// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../brick-types.js';

interface PickBarProps {
  /** The URL of `TAKE_PATH`. */
  readonly takeUrl: string;
  /** Whether the user has a place to copy to. */
  readonly mayCopy: boolean;
  /** Whether they may move or delete anything in the list. */
  readonly mayChange: boolean;
  readonly t: FileShareTexts;
}

/** The actions for the ticked lines. The bar stands in the form around the list, which posts to `PICK_PATH`. */
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
            <Icon name="arrows-move" />
            {t('bar.move')}
          </button>
        )}
        {mayCopy && (
          <button class="btn btn-secondary" name="action" value="copy" {...get}>
            <Icon name="files" />
            {t('bar.copy')}
          </button>
        )}
        <button class="btn btn-quiet" formaction={takeUrl} {...get}>
          <Icon name="download" />
          {t('bar.take')}
        </button>
        {mayChange && (
          <Button kind="quiet" icon="trash" name="action" value="trash">
            {t('bar.trash')}
          </Button>
        )}
      </div>
    </div>
  );
}
