// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Card,
  CheckField,
  ChoiceField,
  Crumbs,
  LinkButton,
  Neighbours,
  Note,
  Preview,
  Tag,
  TextField,
  type Crumb,
  type PreviewProps,
  type Tab,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import type { ReadersForm } from '../shared/readers-form.js';
import { ReadersWord } from '../shared/readers-word.view.js';
import type { FileLook } from './about-look.presenter.js';
import { DriveHead } from '../shared/drive-head.view.js';
import type { ReadersTag } from '../../domain/readers/readers-tag.js';

/** The model of the page about a folder or file. */
export interface AboutModel {
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  readonly crumbs: readonly Crumb[];
  readonly kind: string;
  readonly isFolder: boolean;
  /** Absent for a folder. */
  readonly look: FileLook | undefined;
  /** The page of the folder, or the download of the file. */
  readonly openUrl: string;
  readonly readers: ReadersTag;
  /** Whether pupils may add to the folder. */
  readonly isOpen: boolean;
  /** « Claire Vuillemin » */
  readonly addedBy: string;
  readonly changed: string;
  /** Absent, as `files`, for a folder that may hold what the user does not see. */
  readonly size: string | undefined;
  readonly files: string | undefined;
  readonly favourite: { readonly url: string; readonly isFavourite: boolean };
  /** The pages that move and copy it: folders of pupils have no ticks, and others read a file before they move it. */
  readonly picks: readonly { readonly action: 'move' | 'copy'; readonly url: string }[];
  /** The form that puts it into the trash; absent, as `rename`, for users who may not change it. */
  readonly trash: { readonly url: string; readonly id: string } | undefined;
  readonly rename: RenameForm | undefined;
  /** Absent for users who may not choose the readers, and where no word is to be chosen. */
  readonly readersForm: ReadersForm | undefined;
}

export interface RenameForm {
  readonly url: string;
  /** The name as typed. */
  readonly value: string;
  readonly error: string | undefined;
}

/** The page about a folder or file: facts, then its readers and its name. */
export function AboutView({ model, t }: ViewProps<AboutModel>): VNode {
  const { title, tabs, searchUrl, crumbs, kind, look, rename, readersForm } = model;
  return (
    <>
      <DriveHead tabs={tabs} searchUrl={searchUrl} t={t} />
      <Crumbs label={t('folder.above')} crumbs={crumbs} />
      <h2 data-kind={kind}>
        <span>{title}</span>
      </h2>
      {!look?.preview && <AboutActions model={model} t={t} />}
      {look && !look.preview && <Neighbours {...look.neighbours} />}
      <div class={look?.preview ? 'file-share-about file-share-looked' : 'file-share-about'}>
        {look?.preview && <Look {...look} preview={look.preview} />}
        <div>
          {look?.preview && <AboutActions model={model} t={t} />}
          <Facts model={model} t={t} />
          {rename && <RenameCard form={rename} t={t} />}
        </div>
        {readersForm && <ReadersCard form={readersForm} t={t} />}
      </div>
    </>
  );
}

interface LookProps extends FileLook {
  readonly preview: PreviewProps;
}

function Look({ warning, preview, neighbours }: LookProps): VNode {
  const isAlone = !neighbours.previous && !neighbours.next;
  return (
    <div class="file-share-look">
      {warning !== undefined && <Note kind="warn">{warning}</Note>}
      <Preview {...preview}>{isAlone ? undefined : <Neighbours {...neighbours} />}</Preview>
    </div>
  );
}

function AboutActions({ model, t }: ViewProps<AboutModel>): VNode {
  const { openUrl, isFolder, picks, favourite, trash } = model;
  return (
    <div class="v-actions">
      <LinkButton href={openUrl} icon={isFolder ? 'folder2-open' : 'download'}>
        {t(isFolder ? 'about.openFolder' : 'about.download')}
      </LinkButton>
      {picks.map(({ action, url }) => (
        <LinkButton key={action} href={url} icon={action === 'move' ? 'arrows-move' : 'files'}>
          {t(`bar.${action}`)}
        </LinkButton>
      ))}
      <form method="post" action={favourite.url}>
        <Button kind="quiet" icon={favourite.isFavourite ? 'star-fill' : 'star'}>
          {t(favourite.isFavourite ? 'favourite.remove' : 'favourite.add')}
        </Button>
      </form>
      {trash && (
        <form method="post" action={trash.url}>
          <input type="hidden" name="ids" value={trash.id} />
          <Button kind="quiet" icon="trash-fill" name="action" value="trash">
            {t('about.trash')}
          </Button>
        </form>
      )}
    </div>
  );
}

function Facts({ model, t }: ViewProps<AboutModel>): VNode {
  const { readers, isOpen, isFolder, addedBy, changed, size, files } = model;
  return (
    <Card title={t('about.title')}>
      <dl class="file-share-facts">
        <dt>{t('list.readers')}</dt>
        <dd>
          <ReadersWord readers={readers} />
          {isOpen && (
            <div class="mt-1">
              <Tag icon="pencil-fill">{t('list.open')}</Tag>
            </div>
          )}
        </dd>
        <dt>{t(isFolder ? 'about.madeBy' : 'about.addedBy')}</dt>
        <dd>{addedBy}</dd>
        <dt>{t('order.date')}</dt>
        <dd>{changed}</dd>
        {size !== undefined && (
          <>
            <dt>{t('order.size')}</dt>
            <dd>{files === undefined ? size : `${size}, ${files}`}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}

function ReadersCard({ form, t }: { readonly form: ReadersForm; readonly t: FileShareTexts }): VNode {
  const { url, value, choices, limit, pupilsAdd, below } = form;
  return (
    <Card title={t('readers.title')}>
      <form class="file-share-readers-form" method="post" action={url} id="readers">
        <ChoiceField name="readers" label={t('readers.field')} choices={choices} value={value} hint={limit} />
        {pupilsAdd !== undefined && (
          <CheckField name="pupilsAdd" label={t('open.field')} hint={t('open.hint')} checked={pupilsAdd} />
        )}
        {below !== undefined && <p class="v-soft v-small">{below}</p>}
        <Button kind="primary">{t('readers.save')}</Button>
      </form>
    </Card>
  );
}

function RenameCard({ form, t }: { readonly form: RenameForm; readonly t: FileShareTexts }): VNode {
  return (
    <Card title={t('rename.title')}>
      <form method="post" action={form.url}>
        <TextField name="name" label={t('rename.field')} value={form.value} error={form.error} />
        <Button>{t('rename.button')}</Button>
      </form>
    </Card>
  );
}
