// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, LinkButton } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { RuleLine, SchoolBrickDetail } from './school-bricks.model.js';

interface SchoolBrickRulesProps {
  readonly detail: SchoolBrickDetail;
  readonly t: Translate<HostKey>;
}

/** The rules of a brick, when there are several: each can be changed or stopped alone. */
export function SchoolBrickRules({ detail, t }: SchoolBrickRulesProps): VNode | null {
  if (detail.rules.length === 0) return null;
  return (
    <>
      <h3>{t('schoolBricks.rules')}</h3>
      <ul class="v-list v-rules">
        {detail.rules.map((rule) => (
          <Rule key={rule.id} rule={rule} detail={detail} t={t} />
        ))}
      </ul>
    </>
  );
}

function Rule({ rule, detail, t }: SchoolBrickRulesProps & { readonly rule: RuleLine }): VNode {
  return (
    <li class={rule.current ? 'v-rule v-rule-current' : 'v-rule'}>
      <div>
        <p>{rule.words}</p>
        {rule.gone !== undefined && <p class="v-soft v-small">{rule.gone}</p>}
      </div>
      {!rule.current && (
        <LinkButton kind="quiet" href={rule.changeUrl}>
          {t('schoolBricks.change')}
          <span class="visually-hidden"> : {rule.words}</span>
        </LinkButton>
      )}
      <details class="v-fold">
        <summary>
          {t('schoolBricks.stop')}
          <span class="visually-hidden"> : {rule.words}</span>
        </summary>
        <p>{rule.ifStopped}</p>
        <form method="post" action={detail.actionUrl}>
          <input type="hidden" name="rule" value={rule.id} />
          <input type="hidden" name="seen" value={detail.seen} />
          <Button kind="danger" name="on" value="false">
            {t('schoolBricks.stopThis')}
            <span class="visually-hidden"> : {rule.words}</span>
          </Button>
        </form>
      </details>
    </li>
  );
}
