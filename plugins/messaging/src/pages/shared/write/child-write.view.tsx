// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../../brick-types.js';
import { ClashView } from './clash.view.js';
import { ChildHead } from '../child/head.view.js';
import { FieldError } from './field-error.view.js';
import { LetterFields } from './letter-fields.view.js';
import type { ChildWriteModel } from './child-write.model.js';
import type { Face } from '../child/faces.js';

export function ChildWriteView({ model, t }: ViewProps<ChildWriteModel>): VNode {
  const { title, backUrl, actionUrl, planUrl, shut, problems, stopped, clash, adults, classmates, others, most } =
    model;
  const { said, saidUrl } = model;
  const describedBy = problems.to === undefined ? undefined : 'write-to-error';
  const isShut = shut.length > 0;
  const isWritable = !isShut || model.body !== '';
  return (
    <>
      <ChildHead title={title} backUrl={backUrl} t={t} />
      {clash && <ClashView clash={clash} t={t} />}
      {stopped.length > 0 && (
        <Note kind="bad" role="alert">
          {stopped.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      <Said said={said} saidUrl={isWritable ? undefined : saidUrl} t={t} />
      {isShut && (
        <Note kind="warn" icon="pause-circle-fill">
          {shut.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      {isWritable && (
        <form
          class="v-child-part"
          method="post"
          action={actionUrl}
          data-child-write={planUrl}
          data-errors={t('stopped.title')}
        >
          <input type="hidden" name="form" value={model.formKey} />
          {model.version !== undefined && <input type="hidden" name="version" value={model.version} />}
          {others.map(({ name, value }) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <div id="write-to" data-child-part="to">
            <FieldError of="write-to" text={problems.to} />
          </div>
          <Faces legend={t('child.adults')} faces={adults} describedBy={describedBy} />
          <Faces legend={t('child.yourClass')} aside={most} faces={classmates} describedBy={describedBy} />
          <LetterFields model={model} isShut={isShut} t={t} />
        </form>
      )}
    </>
  );
}

/** The words by which the message was refused before. */
function Said({
  said,
  saidUrl,
  t,
}: Pick<ChildWriteModel, 'said' | 'saidUrl'> & { readonly t: MessagingTexts }): VNode | null {
  if (said.length === 0) return null;
  return (
    <Note kind="warn">
      {said.map(({ id, line }) => (
        <p key={id}>{line}</p>
      ))}
      {saidUrl !== undefined && (
        <p>
          <a href={saidUrl}>{t('child.saidBothers')}</a>
        </p>
      )}
    </Note>
  );
}

interface FacesProps {
  readonly legend: string;
  readonly aside?: string;
  readonly faces: readonly Face[];
  readonly describedBy: string | undefined;
}

function Faces({ legend, aside, faces, describedBy }: FacesProps): VNode | null {
  if (faces.length === 0) return null;
  return (
    <fieldset class="v-child-faces" aria-describedby={describedBy}>
      <legend>
        {legend} {aside !== undefined && <span class="v-aside">{aside}</span>}
      </legend>
      <ul class="v-list v-choices v-faces">
        {faces.map(({ id, name, detail, face, isChosen }) => (
          <li key={id} class="form-check v-choice v-face">
            <input
              class="form-check-input"
              type="checkbox"
              id={`to-${id}`}
              name="toPerson"
              value={id}
              checked={isChosen}
            />
            <label class="form-check-label" for={`to-${id}`}>
              <Avatar of={face} />
              <span>
                {name}
                {detail !== undefined && <span class="d-block v-soft v-small">{detail}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
