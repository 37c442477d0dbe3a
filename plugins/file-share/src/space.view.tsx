// SPDX-License-Identifier: EUPL-1.2
import { Card, PageHead, Tabs } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from './brick-types.js';
import { FileTable } from './file-table.view.js';
import type { SpaceModel } from './space.presenter.js';
import { UploadForm, UploadHint } from './upload-form.view.js';
import { UploadList } from './upload-list.view.js';

interface SpaceViewProps {
  readonly model: SpaceModel;
  readonly t: FileShareTexts;
}

export function SpaceView({ model, t }: SpaceViewProps): VNode {
  const { title, lead, tabs, lines, empty, upload } = model;
  return (
    <>
      <PageHead title={t('title')} />
      <Tabs label={t('spaces')} tabs={tabs} />
      <h2 class="visually-hidden">{title}</h2>
      <div class="v-pagehead">
        <div>
          <p>{lead}</p>
          {upload && <UploadHint upload={upload} t={t} />}
        </div>
        {upload && <UploadForm upload={upload} t={t} />}
      </div>
      {upload && <UploadList maxSize={upload.maxSize} t={t} />}
      <div data-files>
        {lines.length > 0 ? (
          <FileTable caption={title} lines={lines} t={t} />
        ) : (
          <Card>
            <h3>{empty.title}</h3>
            <p>{empty.text}</p>
          </Card>
        )}
      </div>
    </>
  );
}
