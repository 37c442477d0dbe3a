// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, Figures } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { SchoolBrickDetail, SwitchOnAgain } from './school-bricks.model.js';

interface SchoolBrickAgainProps {
  readonly again: SwitchOnAgain;
  readonly detail: SchoolBrickDetail;
  readonly t: Translate<HostKey>;
}

/** A brick that was switched off: the way back comes before every other choice. */
export function SchoolBrickAgain({ again: { rules, figure, action }, detail, t }: SchoolBrickAgainProps): VNode {
  return (
    <form class="v-effect v-again" method="post" action={detail.actionUrl} aria-labelledby="again">
      <h3 id="again">{t('schoolBricks.again')}</h3>
      {rules.map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
      <Figures figures={[figure]} />
      <input type="hidden" name="again" value="true" />
      <input type="hidden" name="seen" value={detail.seen} />
      <Button kind="primary" name="on" value="true">
        {action}
      </Button>
    </form>
  );
}
