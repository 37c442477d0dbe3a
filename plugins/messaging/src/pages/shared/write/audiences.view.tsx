// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';
import type { AudienceBox, AudienceSection, AudiencesModel } from './write.model.js';

/** The user's classes and the school, a box for each part of them. */
export function OpenAudiences({ sections }: { readonly sections: readonly AudienceSection[] }): VNode {
  return (
    <>
      {sections.map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </>
  );
}

/** The other groups, folded unless one of them is chosen. */
export function OtherAudiences({
  model: { others, isOthersOpen },
  t,
}: ViewProps<Pick<AudiencesModel, 'others' | 'isOthersOpen'>>): VNode | null {
  if (others.length === 0) return null;
  return (
    <details class="v-fold" id="write-groups" open={isOthersOpen}>
      <summary>
        {t('write.groups')} <span class="v-aside">({others.length})</span>
      </summary>
      {others.map((section) => (
        <Section key={section.key} section={section} isPlain />
      ))}
    </details>
  );
}

interface SectionProps {
  readonly section: AudienceSection;
  /** Without icons: there may be many of them. */
  readonly isPlain?: boolean;
}

function Section({ section: { title, teachers, boxes }, isPlain = false }: SectionProps): VNode {
  return (
    <fieldset class="v-who">
      <legend class="v-whohead">
        {title}
        {teachers !== undefined && <span class="v-whohead-more"> ({teachers})</span>}
      </legend>
      <ul class="v-list v-audiences">
        {boxes.map((box) => (
          <Box key={box.key} box={box} isPlain={isPlain} />
        ))}
      </ul>
    </fieldset>
  );
}

function Box({ box, isPlain }: { readonly box: AudienceBox; readonly isPlain: boolean }): VNode {
  const { name, value, label, detail, icon, colour, isTicked } = box;
  const id = `write-${value}-${name}`;
  return (
    <li>
      <label class="v-audience">
        {!isPlain && <BrickBadge colour={colour} icon={icon} size="small" soft />}
        <span>
          <strong>{label}</strong>
          <span class="v-soft v-small">{detail}</span>
        </span>
        <input class="form-check-input" type="checkbox" id={id} name={name} value={value} checked={isTicked} />
      </label>
    </li>
  );
}
