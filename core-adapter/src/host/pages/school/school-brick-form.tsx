// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { ChoiceField, DateField, Note, TicksField } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { SchoolBrickEffect } from './school-brick-effect.js';
import type { ChoiceForm, SchoolBrickDetail } from './school-bricks.model.js';

interface SchoolBrickFormProps {
  readonly form: ChoiceForm;
  readonly detail: SchoolBrickDetail;
  readonly listUrl: string;
  readonly t: Translate<HostKey>;
}

/** The profiles, the places and the days of a choice. Sent by GET to preview its effect, and by POST to apply it. */
export function SchoolBrickForm({ form, detail, listUrl, t }: SchoolBrickFormProps): VNode {
  const { title, rule, profiles, gone, errors, effect } = form;
  return (
    <form method="post" action={detail.actionUrl} class="v-decision" data-preview={listUrl}>
      {title !== undefined && <h3>{title}</h3>}
      <input type="hidden" name="brick" value={detail.brick.id} />
      <input type="hidden" name="rule" value={rule} />
      <input type="hidden" name="seen" value={detail.seen} />
      {gone !== undefined && (
        <Note kind="warn">
          <p>{gone}</p>
        </Note>
      )}
      <Places form={form} t={t} />
      <details class="v-fold v-more" open={form.isMoreOpen}>
        <summary>{t('schoolBricks.more.title')}</summary>
        <div class="v-choice-columns">
          <TicksField name="profiles" label={t('schoolBricks.who')} ticks={profiles} error={errors.profiles} />
        </div>
        <Days form={form} t={t} />
      </details>
      <SchoolBrickEffect effect={effect} first={detail.again === undefined} previewUrl={listUrl} t={t} />
    </form>
  );
}

type PartProps = Pick<SchoolBrickFormProps, 'form' | 't'>;

/** The whole school, or classes and other groups, which a browser hides until they are asked for. */
function Places({ form: { where, classes, otherGroups, errors }, t }: PartProps): VNode {
  const choices = [
    { value: 'school', label: t('schoolBricks.wholeSchool') },
    { value: 'groups', label: t('schoolBricks.onlyGroups') },
  ];
  return (
    <div class="v-places">
      <ChoiceField name="where" label={t('schoolBricks.where')} choices={choices} value={where} error={errors.groups} />
      <div class="v-places-groups">
        <p class="v-soft">{t('schoolBricks.tickClasses')}</p>
        <TicksField
          name="groups"
          label={t('schoolBricks.classes')}
          hint={t('schoolBricks.thisYear')}
          ticks={classes}
          tiles
        />
        {otherGroups.length > 0 && (
          <details class="v-fold" open={otherGroups.some(({ checked }) => checked)}>
            <summary>{t('schoolBricks.otherGroups', { count: otherGroups.length })}</summary>
            <TicksField
              id="field-other-groups"
              name="groups"
              label={t('schoolBricks.groups')}
              ticks={otherGroups}
              tiles
            />
          </details>
        )}
      </div>
    </div>
  );
}

function Days({ form: { start, from, end, until, errors }, t }: PartProps): VNode {
  const first = <DateField name="from" label={t('schoolBricks.firstDay')} value={from} error={errors.from} />;
  const last = (
    <DateField
      name="until"
      label={t('schoolBricks.lastDay')}
      hint={t('schoolBricks.untilHint')}
      value={until}
      error={errors.until}
    />
  );
  return (
    <div class="v-days">
      <ChoiceField
        name="start"
        label={t('schoolBricks.start')}
        choices={[
          { value: 'now', label: t('schoolBricks.now') },
          { value: 'day', label: t('schoolBricks.from'), fields: first },
        ]}
        value={start}
      />
      <ChoiceField
        name="end"
        label={t('schoolBricks.end')}
        choices={[
          { value: 'never', label: t('schoolBricks.noEnd') },
          { value: 'day', label: t('schoolBricks.until'), fields: last },
        ]}
        value={end}
      />
    </div>
  );
}
