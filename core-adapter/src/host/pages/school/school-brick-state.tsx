// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Tag } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { BrickState } from './school-bricks.model.js';

interface SchoolBrickStateProps {
  readonly state: BrickState;
  readonly t: Translate<HostKey>;
}

export function SchoolBrickState({ state, t }: SchoolBrickStateProps): VNode {
  switch (state.kind) {
    case 'failed':
      return (
        <Tag kind="bad" icon="exclamation-triangle-fill">
          {t('schoolBricks.failed')}
        </Tag>
      );
    case 'on':
      return (
        <Tag kind="good" icon="check-lg">
          {state.lastDay === undefined ? t('schoolBricks.on') : t('schoolBricks.onUntil', { day: state.lastDay })}
        </Tag>
      );
    case 'later':
      return (
        <Tag kind="warn" icon="clock-fill">
          {t('schoolBricks.later', { day: state.day })}
        </Tag>
      );
    case 'off':
      return <Tag icon="circle">{t('schoolBricks.off')}</Tag>;
  }
}
