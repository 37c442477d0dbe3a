// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { GridModel, GridRow, RowProblem } from './grid.model.js';

interface RowProblemsProps {
  readonly row: GridRow;
  readonly width: number;
  readonly model: Pick<GridModel, 'urls'>;
  readonly t: LivretTexts;
}

/** The cells that the form of a row could not save, under the row. */
export function RowProblems({ row, width, model, t }: RowProblemsProps): VNode {
  return (
    <>
      {row.problems.map((problem) => (
        <tr key={problem.column.id}>
          <td colSpan={width}>
            <div class="livret-bridge-clash" role="alert">
              <p>
                <Icon name={problem.choice ? 'people-fill' : 'exclamation-triangle-fill'} />
                <span>
                  <strong>
                    {t(problem.choice ? 'grid.twoChoices' : 'grid.notSaved', {
                      line: problem.column.label,
                      pupil: row.name,
                    })}
                  </strong>{' '}
                  {problem.sentence}
                </span>
              </p>
              {problem.choice && <Choice row={row} problem={problem} choice={problem.choice} model={model} t={t} />}
            </div>
          </td>
        </tr>
      ))}
    </>
  );
}

interface ChoiceProps extends Omit<RowProblemsProps, 'width'> {
  readonly problem: RowProblem;
  readonly choice: NonNullable<RowProblem['choice']>;
}

function Choice({ row, problem: { column }, choice: { theirs, yours }, model, t }: ChoiceProps): VNode {
  return (
    <form class="v-actions" method="post" action={row.changesUrl}>
      <input type="hidden" name="was" value={row.was} />
      <input type="hidden" name={String(column.index)} value={yours} />
      <a class="btn btn-secondary" href={`${model.urls.grid}#${row.id}`}>
        {theirs === '' ? t('grid.keepNothing') : t('grid.keep', { value: theirs })}
      </a>
      <button class="btn btn-secondary" name={row.from && 'from'} value={row.from}>
        {yours === '' ? t('grid.putNothing') : t('grid.put', { value: yours })}
      </button>
    </form>
  );
}

/** The same part for the script, which fills it in when a change clashes. */
export function ClashTemplate({ t }: { readonly t: LivretTexts }): VNode {
  const words = {
    'data-clash': t('grid.twoChoices', { line: '{line}', pupil: '{pupil}' }),
    'data-refused': t('grid.notSaved', { line: '{line}', pupil: '{pupil}' }),
    'data-keep': t('grid.keep', { value: '{value}' }),
    'data-put': t('grid.put', { value: '{value}' }),
    'data-keep-nothing': t('grid.keepNothing'),
    'data-put-nothing': t('grid.putNothing'),
  };
  return (
    <template id="livret-bridge-clash" {...words}>
      <tr>
        <td>
          <div class="livret-bridge-clash" role="alert">
            <p>
              <Icon name="people-fill" />
              <span>
                <strong /> <span />
              </span>
            </p>
            <div class="v-actions">
              <button class="btn btn-secondary" type="button" />
              <button class="btn btn-secondary" type="button" />
            </div>
          </div>
        </td>
      </tr>
    </template>
  );
}
