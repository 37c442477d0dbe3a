// SPDX-License-Identifier: EUPL-1.2
import { Button, Card, FileField, Note, PageHead, Point, FactList, Aside } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { OndeTexts } from './brick-types.js';

export interface UploadModel {
  readonly actionUrl: string;
  /** « 20 Mo » */
  readonly maxSize: string;
  readonly levels: string;
  /** Whether the school is a collège: ONDE has no file for it. */
  readonly isUseless: boolean;
  /** Why what was just sent cannot be imported. */
  readonly error?: string;
}

interface UploadViewProps {
  readonly model: UploadModel;
  readonly t: OndeTexts;
}

const ACCEPTED = '.csv,.txt,text/csv';

export function UploadView({ model, t }: UploadViewProps): VNode {
  const { actionUrl, maxSize, levels, isUseless, error } = model;
  if (isUseless) {
    return (
      <>
        <PageHead title={t('upload.title')} lead={t('upload.noneHere')} />
        <p>{t('upload.off')}</p>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('upload.title')} lead={t('upload.lead')} />
      <div class="v-parts">
        {error !== undefined && (
          <Note kind="bad" role="alert">
            {error}
          </Note>
        )}
        <div class="v-columns">
          <Card>
            <form method="post" action={actionUrl} enctype="multipart/form-data">
              <FileField
                name="pupils"
                label={t('upload.pupils')}
                hint={t('upload.pupilsHint', { size: maxSize })}
                accept={ACCEPTED}
                required
              />
              <FileField
                name="guardians"
                label={t('upload.guardians')}
                hint={t('upload.guardiansHint')}
                accept={ACCEPTED}
              />
              <Button kind="primary" icon="eye">
                {t('upload.button')}
              </Button>
            </form>
          </Card>
          <Aside title={t('upload.how')}>
            <FactList>
              <Point icon="box-arrow-up-right">{t('upload.howMenu')}</Point>
              <Point icon="download">{t('upload.howPupils')}</Point>
              <Point icon="building">{t('upload.howWhole')}</Point>
              <Point icon="funnel">{t('upload.howLevels', { levels })}</Point>
            </FactList>
          </Aside>
        </div>
      </div>
    </>
  );
}
