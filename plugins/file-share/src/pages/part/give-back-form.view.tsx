// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  BrickBadge,
  Button,
  CheckField,
  FileField,
  Icon,
  type NeighbourLink,
  TextField,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import { FILES_FORM, MOST_RETURNED_FILES } from '../shared/works/files-form.js';
import { Refusal } from '../shared/refusal.view.js';
import type { GiveBackForm, PartFile } from './give-back.model.js';

interface GiveBackFormProps {
  readonly form: GiveBackForm;
  readonly returned: readonly PartFile[];
  /** The next pupil to correct. */
  readonly after: NeighbourLink | undefined;
  readonly t: FileShareTexts;
}

/** The word, the files and what comes next. Files go by a form of their own, below: a form with files carries nothing else. */
export function GiveBackFormView({ form, returned, after, t }: GiveBackFormProps): VNode {
  const { url, revision, answer, givenName, kept, refusal } = form;
  const button = after ? t('giveBack.giveAndNext', { name: after.name }) : t('giveBack.give', { name: givenName });
  return (
    <section class="v-card" aria-labelledby="give-back">
      <h2 id="give-back">{t('giveBack.back')}</h2>
      <Refusal words={refusal} />
      <form method="post" action={url}>
        <button class="visually-hidden" type="submit" name="do" value="keep" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="revision" value={revision} />
        <TextField
          name="answer"
          label={t('giveBack.word', { name: givenName })}
          hint={t('giveBack.wordHint')}
          rows={4}
          value={answer}
          error={form.wordProblem}
        />
        <Returned returned={returned} t={t} />
        <div class="file-share-add-file">
          <Button kind="quiet" icon="paperclip" name="do" value="files">
            {t('giveBack.file')}
          </Button>
        </div>
        <Next form={form} t={t} />
        {form.isTheirTurn && (
          <CheckField
            name="sure"
            label={t('giveBack.sure')}
            hint={t('giveBack.theirTurn', { name: givenName })}
            checked={form.isSure}
            error={form.sureProblem}
          />
        )}
        <Actions>
          <Button kind="primary" icon="send-fill" name="do" value="give">
            {button}
          </Button>
          <Button name="do" value="keep">
            {t('works.keep')}
          </Button>
        </Actions>
        <p
          class="mt-2 mb-0 fw-semibold"
          role="status"
          data-not-given
          data-away={t('giveBack.notGivenAway')}
          data-back={t('giveBack.notGiven', { button })}
        />
      </form>
      {kept !== undefined && <p class="v-soft v-small mt-3 mb-0">{kept}</p>}
      <FilesForm form={form} t={t} />
    </section>
  );
}

function Returned({ returned, t }: Pick<GiveBackFormProps, 'returned' | 't'>): VNode | null {
  if (returned.length === 0) return null;
  return (
    <div class="mt-3">
      <h3 class="h3" id="returned">
        {t('giveBack.files')}
      </h3>
      <ul class="v-list v-rows" aria-labelledby="returned">
        {returned.map((file) => (
          <li key={file.id} class="d-flex align-items-center gap-2 py-2">
            <a class="file-share-part-file" href={file.url}>
              <BrickBadge icon={file.icon} colour={file.colour} size="small" soft />
              <span class="text-break">
                {file.name}
                <span class="d-block v-soft v-small fw-normal">{file.detail}</span>
              </span>
            </a>
            {file.canRemove && (
              <Button
                kind="quiet"
                icon="x-lg"
                label={t('works.files.remove', { name: file.name })}
                name="do"
                value={`remove:${file.id}`}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Next({ form: { next, againUntil, nextProblem }, t }: Pick<GiveBackFormProps, 'form' | 't'>): VNode {
  const choices = [
    { value: 'corrected', label: t('works.state.corrected'), detail: t('giveBack.correctedText') },
    { value: 'again', label: t('works.state.again'), detail: againUntil },
  ];
  const aria = nextProblem === undefined ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': 'next-error' };
  return (
    <fieldset class="file-share-next" role="radiogroup" {...aria}>
      <legend class="h3">{t('giveBack.nextStep')}</legend>
      <div class="v-choices">
        {choices.map(({ value, label, detail }) => (
          <div key={value} class="form-check v-choice">
            <input
              class="form-check-input"
              type="radio"
              id={`next-${value}`}
              name="next"
              value={value}
              checked={value === next}
            />
            <label class="form-check-label" for={`next-${value}`}>
              <strong>{label}</strong>
              <span class="d-block v-soft v-small">{detail}</span>
            </label>
          </div>
        ))}
      </div>
      {nextProblem !== undefined && (
        <p class="v-field-error" id="next-error">
          <Icon name="exclamation-circle-fill" />
          {nextProblem}
        </p>
      )}
    </fieldset>
  );
}

/** Shows when its address names it: the button that leads here has kept what was typed above. `assets/part-files.js` sends it. */
function FilesForm({ form: { uploadUrl, maxSize }, t }: Pick<GiveBackFormProps, 'form' | 't'>): VNode {
  return (
    <form
      class="file-share-returned"
      id={FILES_FORM}
      method="post"
      action={uploadUrl}
      enctype="multipart/form-data"
      data-part-files
    >
      <FileField
        name="files"
        label={t('giveBack.fileField')}
        hint={t('works.files.limit', { size: maxSize, count: MOST_RETURNED_FILES })}
        multiple
        required
      />
      <div class="mt-2">
        <div data-without-script>
          <Button icon="upload">{t('giveBack.addFile')}</Button>
        </div>
        <p class="v-soft mb-0" role="status" data-adding={t('part.adding')} data-still={t('part.addingStill')} />
      </div>
    </form>
  );
}
