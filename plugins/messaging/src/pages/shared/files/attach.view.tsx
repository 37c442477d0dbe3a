// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  Card,
  Crumbs,
  FileField,
  Icon,
  LinkButton,
  Note,
  PageHead,
  type Crumb,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';
import type { DraftFilesModel } from './file.model.js';

export interface AttachModel extends DraftFilesModel {
  readonly crumbs: readonly Crumb[];
  readonly backUrl: string;
}

/** The form for files of a draft. It is a page of its own, so that no text that is being written is lost when files are sent. */
export function AttachView({ model, t }: ViewProps<AttachModel>): VNode {
  const { crumbs, backUrl, attachUrl, limits, isFull, most } = model;
  return (
    <>
      <Crumbs label={t('write.path')} crumbs={crumbs} />
      <PageHead title={t('files.open')} lead={t('files.lead')} />
      <div class="messaging-attach">
        <AttachedFiles model={model} t={t} />
        {isFull ? (
          <Note>
            <p>{t('files.full')}</p>
          </Note>
        ) : (
          <Card>
            <form method="post" action={attachUrl} enctype="multipart/form-data" data-attach data-max={most.bytes}>
              <FileField name="files" label={t('files.choose')} hint={limits} multiple required />
              <p class="v-field-error" role="alert" data-heavy={most.words} />
              <p
                class="v-soft v-small"
                role="status"
                data-attach-status
                data-sending={t('files.sending', { percent: '{percent}' })}
                data-failed={t('files.failed')}
              />
              <progress class="mb-3" max="100" value="0" aria-label={t('files.progress')} hidden />
              <Actions>
                <Button kind="primary" icon="paperclip">
                  {t('files.attach')}
                </Button>
                <LinkButton kind="quiet" href={backUrl}>
                  {t('files.back')}
                </LinkButton>
              </Actions>
            </form>
          </Card>
        )}
        {isFull && (
          <div class="mt-3">
            <LinkButton href={backUrl}>{t('files.back')}</LinkButton>
          </div>
        )}
      </div>
    </>
  );
}

function AttachedFiles({ model: { files, sum }, t }: ViewProps<AttachModel>): VNode | null {
  if (files.length === 0) return null;
  return (
    <section class="mb-4" aria-label={t('files.title')}>
      <ul class="v-list v-rows v-card v-card-flush">
        {files.map(({ id, name, size, removeUrl, icon, colour }) => (
          <li class="v-row" key={id}>
            <span class={`v-plate v-plate-soft v-plate-s brick-${colour}`}>
              <Icon name={icon} />
            </span>
            <div class="v-row-text">
              <p class="v-row-title text-break">{name}</p>
              <p class="v-soft v-small">{size}</p>
            </div>
            <form method="post" action={removeUrl}>
              <Button kind="quiet" icon="x-lg" label={t('files.remove', { name })} />
            </form>
          </li>
        ))}
      </ul>
      {sum !== undefined && <p class="v-soft v-small mt-2">{sum}</p>}
    </section>
  );
}
