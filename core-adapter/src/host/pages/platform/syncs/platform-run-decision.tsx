// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, TextField, Aside } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { DecisionModel, PlatformRunModel } from './platform-syncs.model.js';

interface PlatformRunDecisionProps {
  readonly model: PlatformRunModel;
  readonly t: Translate<HostKey>;
}

/** The safe way out comes first, then the way to apply the run all the same. */
export function PlatformRunDecision({ model: { todo, decision }, t }: PlatformRunDecisionProps): VNode | null {
  if (!todo) return null;
  const form = decision && <DecisionForm decision={decision} t={t} />;
  const approves = decision?.kind === 'approve';
  return (
    <Aside title={t('platform.whatToDo')}>
      <p>{todo.text}</p>
      {!approves && form}
      {todo.commands.map(({ label, command }) => (
        <p key={command}>
          {label}
          <code class="v-command">{command}</code>
        </p>
      ))}
      {approves && form}
    </Aside>
  );
}

function DecisionForm({ decision, t }: { readonly decision: DecisionModel; readonly t: Translate<HostKey> }): VNode {
  const { kind, url, reason, error } = decision;
  return (
    <form class={kind === 'approve' ? 'v-decide v-decide-last' : 'v-decide'} method="post" action={url}>
      {kind === 'approve' && (
        <>
          <h3 class="h3">{t('plan.intended')}</h3>
          <TextField
            name="reason"
            label={t('plan.approveReason')}
            hint={t('plan.approveHint')}
            value={reason}
            error={error}
            rows={3}
            maxLength={500}
            required
          />
        </>
      )}
      <Button kind={kind === 'approve' ? 'danger' : 'primary'}>
        {t(kind === 'approve' ? 'plan.approve' : 'plan.apply')}
      </Button>
      <p class="v-soft v-small">{t('plan.confirmNext')}</p>
    </form>
  );
}
