// SPDX-License-Identifier: EUPL-1.2
import { Button, CheckField, Icon, Note, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import { FileLink } from '../shared/works/file-link.view.js';
import { OwnWord } from './own-word.view.js';
import type { PartFileLine, WorkingModel } from '../shared/works/pupil-part.model.js';

/** The id of the form with the word and new files. */
export const PART_FORM = 'part-form';

interface WorkingProps {
  readonly work: WorkingModel;
  readonly t: FileShareTexts;
}

/** The form of a pupil at work. */
export function WorkingCard({ work, t }: WorkingProps): VNode {
  const { files, word, handIn } = work;
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
      <OwnWord word={word} t={t} />
      <PartForm work={work} t={t} />
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

/**
 * The word first, since no field may come after a file; « Rendre » is named by its address. `assets/part-files.js` sends the form as soon as a
 * file is chosen.
 */
function PartForm({ work: { actionUrl, handIn }, t }: WorkingProps): VNode {
  return (
    <form id={PART_FORM} method="post" action={actionUrl} enctype="multipart/form-data" data-part-files>
      {handIn && (
        <>
          <input type="hidden" name="version" value={handIn.version} />
          {handIn.sheets.map(({ id, label, isTicked }) => (
            <CheckField key={id} {...{ name: 'sheet', id: `sheet-${id}`, value: id, label, checked: isTicked }} />
          ))}
          <TextField
            {...{ name: 'word', label: t('part.word'), rows: 2, value: handIn.word }}
            {...(handIn.problem && { error: handIn.problem })}
          />
        </>
      )}
      <PickField id="photo" icon="camera-fill" label={t('part.photo')} accept="image/*" />
      <PickField id="file" icon="file-earmark-fill" label={t('part.file')} />
      <div data-without-script>
        {handIn && <p class="form-text">{t('part.addFirst')}</p>}
        <Button icon="plus-lg">{t('part.add')}</Button>
      </div>
      <p class="v-soft" role="status" data-adding={t('part.adding')} data-still={t('part.addingStill')} />
      {handIn && (
        <div class="file-share-hand-in">
          <Note kind={handIn.isLate ? 'warn' : 'info'} icon="clock-fill">
            <p>{handIn.note}</p>
          </Note>
          <button class="btn btn-primary" type="submit" formaction={`${actionUrl}?do=handIn`}>
            <Icon name="check-lg" />
            {handIn.button}
          </button>
        </div>
      )}
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
