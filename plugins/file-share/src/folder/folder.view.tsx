// SPDX-License-Identifier: EUPL-1.2
import { Button, Card, Crumbs, PageHead, Tabs, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../brick-types.js';
import { UploadForm, UploadHint } from '../upload/upload-form.view.js';
import { UploadList } from '../upload/upload-list.view.js';
import type { FolderModel } from './folder.model.js';
import { NodeTable } from './node-table.view.js';

interface FolderViewProps {
  readonly model: FolderModel;
  readonly t: FileShareTexts;
}

/** The page of a folder, with its space's tab. */
export function FolderView({ model, t }: FolderViewProps): VNode {
  const { title, lead, tabs, crumbs, lines, empty, upload, newFolderUrl, nextUrl } = model;
  return (
    <>
      <PageHead title={t('title')} />
      <Tabs label={t('spaces')} tabs={tabs} />
      {crumbs.length > 0 && <Crumbs label={t('folder.above')} crumbs={crumbs} />}
      <h2 class="visually-hidden">{title}</h2>
      <div class="v-pagehead">
        <div>
          <p>{lead}</p>
          {upload && <UploadHint upload={upload} t={t} />}
        </div>
        {upload && <UploadForm upload={upload} t={t} />}
      </div>
      {newFolderUrl !== undefined && <NewFolderForm url={newFolderUrl} t={t} />}
      {upload && <UploadList maxSize={upload.maxSize} t={t} />}
      <div data-files>
        {lines.length > 0 ? (
          <NodeTable caption={title} lines={lines} t={t} />
        ) : (
          <Card>
            <h3>{empty.title}</h3>
            <p>{empty.text}</p>
          </Card>
        )}
      </div>
      {nextUrl !== undefined && <a href={nextUrl}>{t('list.next')}</a>}
    </>
  );
}

function NewFolderForm({ url, t }: { readonly url: string; readonly t: FileShareTexts }): VNode {
  return (
    <details>
      <summary>{t('folder.new')}</summary>
      <form method="post" action={url}>
        <TextField name="name" label={t('folder.name')} />
        <Button>{t('folder.make')}</Button>
      </form>
    </details>
  );
}
