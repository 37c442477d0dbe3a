// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import type { CellModel, ClashModel } from './write.model.js';

interface ClashViewProps {
  readonly cell: CellModel;
  readonly clash: ClashModel;
  readonly t: LivretTexts;
}

/** Two values of one cell side by side. The field of the cell stays in the form, hidden: neither value is dropped. */
export function ClashView({ cell: { name, id }, clash, t }: ClashViewProps): VNode {
  const { title, theirs, mine, hasBoth, mark } = clash;
  return (
    <div class="livret-bridge-clash" id={id} role="group" aria-labelledby={`${id}-clash`} tabIndex={-1}>
      <h3 id={`${id}-clash`}>
        <Icon name="people-fill" />
        <span>{title}</span>
      </h3>
      <input type="hidden" name={`theirs.${name}`} value={mark} />
      {mine.value.split(name.startsWith('elements:') ? '\n' : /$^/).map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
      <div class="livret-bridge-two">
        <Said by={theirs.by} words={theirs.words} />
        <Said by={t('bilan.you')} words={mine.words} />
      </div>
      <div class="v-actions">
        {hasBoth && <Keep name={name} which="both" label={t('bilan.keepBoth')} />}
        <Keep name={name} which="theirs" label={t('bilan.keepTheirs')} />
        <Keep name={name} which="mine" label={t('bilan.keepMine')} />
      </div>
      <p class="v-small">{t('bilan.clashNote')}</p>
    </div>
  );
}

function Said({ by, words }: { readonly by: string; readonly words: string }): VNode {
  return (
    <blockquote>
      <span class="v-soft v-small">{by}</span>
      <p>{words}</p>
    </blockquote>
  );
}

interface KeepProps {
  readonly name: string;
  readonly which: 'both' | 'theirs' | 'mine';
  readonly label: string;
}

function Keep({ name, which, label }: KeepProps): VNode {
  return (
    <button class="btn btn-secondary" name="keep" value={`${which} ${name}`}>
      {label}
    </button>
  );
}
