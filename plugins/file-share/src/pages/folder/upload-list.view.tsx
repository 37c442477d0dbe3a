// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

interface UploadListProps {
  readonly maxSize: string;
  /** The form that throws the stored files away again. */
  readonly pickUrl: string;
  readonly t: FileShareTexts;
}

/**
 * The list that `assets/upload.js` fills with a row for each file, made from the template. `assets/upload-fold.js` shows a summary in
 * their place when they are stored. All texts are here.
 */
export function UploadList({ maxSize, pickUrl, t }: UploadListProps): VNode {
  return (
    <>
      <p class="visually-hidden" role="status" data-upload-status />
      <p class="visually-hidden" role="status" data-upload-fold-status />
      <section class="v-card v-card-flush" aria-labelledby="uploads" data-upload-list hidden>
        <h2 class="visually-hidden" id="uploads">
          {t('upload.title')}
        </h2>
        <UploadFold pickUrl={pickUrl} t={t} />
        <ul class="v-list v-rows" />
        <template>
          <UploadRow maxSize={maxSize} t={t} />
        </template>
      </section>
    </>
  );
}

/** The script puts numbers and names into these sentences: with `{count}` for its count, a text takes its other form. */
function UploadFold({ pickUrl, t }: Omit<UploadListProps, 'maxSize'>): VNode {
  const other = { count: '{count}' };
  const sentences = {
    'data-one': t('deposit.done', { count: 1 }),
    'data-other': t('deposit.done', other),
    'data-renamed-one': t('deposit.renamed', { count: 1 }),
    'data-renamed-other': t('deposit.renamed', other),
  };
  return (
    <div class="v-row v-row-plain" data-upload-fold {...sentences} hidden>
      <p class="v-row-text file-share-state mb-0">
        <span class="text-break" data-fold-text />
      </p>
      <div class="d-flex align-items-center gap-2">
        <form method="post" action={pickUrl} data-fold-undo hidden>
          <input type="hidden" name="action" value="trash" />
          <Button icon="arrow-counterclockwise">{t('deposit.undo')}</Button>
        </form>
        <Button type="button" kind="quiet" icon="x-lg" label={t('upload.dismiss')} />
      </div>
    </div>
  );
}

function UploadRow({ maxSize, t }: Omit<UploadListProps, 'pickUrl'>): VNode {
  return (
    <li class="v-row v-row-plain">
      <div class="v-row-text">
        <div class="d-flex justify-content-between gap-3">
          <strong class="text-truncate" data-name />
          <span class="text-nowrap" data-percent />
        </div>
        <progress class="my-2" value="0" max="100" />
        <UploadState name="waiting">{t('upload.waiting')}</UploadState>
        <UploadState name="sending">
          <span data-amount={t('upload.amount')} />
        </UploadState>
        <UploadState name="done">{t('upload.done')}</UploadState>
        <UploadState name="renamed">
          <span data-stored-as={t('upload.renamed')} />
        </UploadState>
        <UploadState name="paused">{t('upload.paused')}</UploadState>
        <UploadState name="cut">{t('upload.cut')}</UploadState>
        <UploadState name="unreadable">{t('upload.unreadable')}</UploadState>
        <UploadState name="tooLarge">{t('upload.tooLarge', { size: maxSize })}</UploadState>
        <UploadState name="noRoom">
          <span data-no-room />
        </UploadState>
        <UploadState name="refused">{t('upload.refused')}</UploadState>
        <div class="mt-2" data-retry hidden>
          <Button type="button">{t('upload.retry')}</Button>
        </div>
      </div>
      <div data-dismiss>
        <Button type="button" kind="quiet" icon="x-lg" label={t('upload.dismiss')} />
      </div>
    </li>
  );
}

interface UploadStateProps {
  readonly name:
    'waiting' | 'sending' | 'done' | 'renamed' | 'paused' | 'cut' | 'unreadable' | 'tooLarge' | 'noRoom' | 'refused';
  readonly children: ComponentChildren;
}

/** The style sheet draws the icon of the state. */
function UploadState({ name, children }: UploadStateProps): VNode {
  return (
    <p class="v-soft v-small file-share-state" data-state={name} hidden>
      <span>{children}</span>
    </p>
  );
}
