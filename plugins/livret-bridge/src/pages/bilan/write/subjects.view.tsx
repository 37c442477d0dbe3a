// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';
import { STATE_ICONS } from './templates.view.js';
import type { SubjectModel, WriteModel } from './write.model.js';

/** The subjects of the bilan with their states: beside the page where there is room, on a phone in a fold with the name of the one it shows. */
export function SubjectsView({ model, t }: ViewProps<WriteModel>): VNode {
  const { subjects, current } = model;
  const place = t('bilan.place', { at: subjects.indexOf(current) + 1, count: subjects.length });
  return (
    <>
      <details class="livret-bridge-subjects-fold">
        <summary>
          <Icon name="list-task" />
          <span>
            <strong>{current.name}</strong>, <span data-current-words>{current.words}</span>
          </span>
          <span class="v-soft v-small">{place}</span>
          <Icon name="chevron-down" />
        </summary>
        <SubjectList model={model} t={t} />
      </details>
      <nav class="livret-bridge-subjects" aria-label={t('bilan.subjects')}>
        <SubjectList model={model} t={t} />
      </nav>
    </>
  );
}

function SubjectList({ model: { subjects, current } }: ViewProps<WriteModel>): VNode {
  return (
    <ul class="v-list">
      {subjects.map((subject) => (
        <SubjectRow key={subject.code} subject={subject} isCurrent={subject === current} />
      ))}
    </ul>
  );
}

function SubjectRow({ subject, isCurrent }: { readonly subject: SubjectModel; readonly isCurrent: boolean }): VNode {
  const { code, name, url, cells, empty, state, words, said } = subject;
  return (
    <li>
      <a
        class="livret-bridge-subject"
        href={url}
        aria-current={isCurrent ? 'page' : undefined}
        data-subject={code}
        data-cells={cells.join(' ')}
        data-empty={empty.join(' ')}
        {...Object.fromEntries(Object.entries(said).map(([key, one]) => [`data-${key}`, one]))}
      >
        <span class="livret-bridge-subject-state" data-is={state}>
          <Icon name={STATE_ICONS[state]} />
        </span>
        <span>
          <span class="livret-bridge-subject-name">{name}</span>
          <span class="v-small v-soft" data-words>
            {words}
          </span>
        </span>
      </a>
    </li>
  );
}
