// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, Note, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import { FileLink } from '../shared/works/file-link.view.js';
import { OwnWord } from './own-word.view.js';
import type { HandInModel, PartFileLine, WorkingModel } from '../shared/works/pupil-part.model.js';

/** The id of the form with the word, or of one without fields where nothing is handed in. */
export const PART_FORM = 'part-form';

interface WorkingProps {
  readonly work: WorkingModel;
  readonly t: FileShareTexts;
}

/** The forms of a pupil at work. Files and the word are sent apart: a form with files carries nothing else. */
export function WorkingCard({ work, t }: WorkingProps): VNode {
  const { files, actionUrl, word, handIn } = work;
  return (
    <section class="v-card" aria-labelledby="hand-in">
      <h2 id="hand-in">{t(handIn ? 'part.handInTitle' : 'part.yourFiles')}</h2>
      {files.length === 0 ? (
        <p class="v-soft">{t('part.noFiles')}</p>
      ) : (
        <ul class="v-list v-rows file-share-own">
          {files.map((file) => (
            <OwnFile key={file.id} file={file} t={t} />
          ))}
        </ul>
      )}
      {work.removed.length > 0 && <RemovedFiles files={work.removed} t={t} />}
      <FilesForm work={work} t={t} />
      <OwnWord word={word} t={t} />
      {handIn ? (
        <HandInForm handIn={handIn} actionUrl={actionUrl} t={t} />
      ) : (
        <form id={PART_FORM} method="post" action={actionUrl} />
      )}
    </section>
  );
}

/** The button is one of the form with the word: without a script, the word goes along. */
function OwnFile({ file, t }: { readonly file: PartFileLine; readonly t: FileShareTexts }): VNode {
  const { id, label } = file;
  return (
    <li>
      <FileLink file={file} />
      <Button
        {...{ kind: 'quiet', icon: 'x-lg', label: t('part.remove', { name: label }) }}
        {...{ form: PART_FORM, name: 'action', value: `remove:${id}` }}
      />
    </li>
  );
}

/** The files that the pupil took out, with the way back. */
function RemovedFiles({ files, t }: { readonly files: WorkingModel['removed']; readonly t: FileShareTexts }): VNode {
  return (
    <>
      <h3 class="h6" id="removed-files">
        {t('part.removedTitle')}
      </h3>
      <ul class="v-list v-rows file-share-own" aria-labelledby="removed-files">
        {files.map(({ id, label }) => (
          <li key={id} class="flex-wrap">
            <span class="text-break">{label}</span>
            <Button
              {...{ kind: 'quiet', icon: 'arrow-counterclockwise' }}
              {...{ form: PART_FORM, name: 'action', value: `restore:${id}` }}
            >
              {t('part.restore')}
              <span class="visually-hidden">{` ${label}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `assets/part-files.js` sends it as soon as a file is chosen. */
function FilesForm({ work: { filesUrl }, t }: WorkingProps): VNode {
  return (
    <form class="file-share-add" method="post" action={filesUrl} enctype="multipart/form-data" data-part-files>
      <PickField id="photo" icon="camera-fill" label={t('part.photo')} accept="image/*" />
      <PickField id="file" icon="file-earmark-fill" label={t('part.file')} />
      <p class="form-text" data-without-script>
        {t('part.addFirst')}
      </p>
      <Button icon="plus-lg">{t('part.add')}</Button>
      <p class="v-soft" role="status" data-adding={t('part.adding')} data-still={t('part.addingStill')} />
    </form>
  );
}

interface PickFieldProps {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly accept?: string;
}

function PickField({ id, icon, label, accept }: PickFieldProps): VNode {
  return (
    <div class="v-field">
      <label class="form-label file-share-pick-label" for={id}>
        <Icon name={icon} />
        {label}
      </label>
      <input class="form-control" type="file" id={id} name="files" multiple accept={accept} />
    </div>
  );
}

interface HandInProps {
  readonly handIn: HandInModel;
  readonly actionUrl: string;
  readonly t: FileShareTexts;
}

function HandInForm({ handIn, actionUrl, t }: HandInProps): VNode {
  const { version, word, problem, note, isLate, button } = handIn;
  return (
    <form id={PART_FORM} class="file-share-hand-in" method="post" action={actionUrl}>
      <input type="hidden" name="version" value={version} />
      <TextField name="word" label={t('part.word')} rows={2} value={word} {...(problem && { error: problem })} />
      <Note kind={isLate ? 'warn' : 'info'} icon="clock-fill">
        <p>{note}</p>
      </Note>
      <Button kind="primary" icon="check-lg" name="action" value="handIn">
        {button}
      </Button>
    </form>
  );
}
