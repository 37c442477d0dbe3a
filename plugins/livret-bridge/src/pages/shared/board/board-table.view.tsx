// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../../brick-types.js';
import type { BoardLine, BoardModel } from './board.model.js';
import { Way } from '../way.view.js';

/** A line for each class, and one for the pupils who left; lines with signed bilans have a tick. */
export function BoardTable({ model: { lines }, t }: ViewProps<Pick<BoardModel, 'lines'>>): VNode {
  return (
    <div class="v-card v-card-flush">
      <table class="table v-stack livret-bridge-board">
        <thead>
          <tr>
            <th scope="col">{t('board.class')}</th>
            <th scope="col">{t('board.where')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('board.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, t }: { readonly line: BoardLine; readonly t: LivretTexts }): VNode {
  const { at, words, detail, url, readOf } = line;
  return (
    <tr>
      <th scope="row">{line.signed > 0 ? <Ticked line={line} /> : <Plain line={line} />}</th>
      <td>
        <Way at={at} words={words} />
        <span class="v-soft v-small livret-bridge-detail">{detail}</span>
      </td>
      <td class="livret-bridge-cta">
        {url !== undefined && (
          <a class="btn btn-quiet" href={url}>
            {t('board.read')}
            <span class="visually-hidden"> {readOf}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

function Ticked({ line: { id, name, teachers, signed } }: { readonly line: BoardLine }): VNode {
  return (
    <div class="form-check">
      <input
        class="form-check-input"
        type="checkbox"
        id={`class-${id}`}
        name="class"
        value={id}
        data-count={signed}
        checked
      />
      <label class="form-check-label" for={`class-${id}`}>
        {name}
        <span class="v-soft v-small livret-bridge-detail">{teachers}</span>
      </label>
    </div>
  );
}

function Plain({ line: { name, teachers } }: { readonly line: BoardLine }): VNode {
  return (
    <div class="livret-bridge-nocheck">
      {name}
      <span class="v-soft v-small livret-bridge-detail">{teachers}</span>
    </div>
  );
}
