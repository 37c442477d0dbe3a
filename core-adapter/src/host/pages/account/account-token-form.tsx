// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, Card, ChoiceField, TextField, TicksField } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { LONGEST_NAME } from '../../domain/tokens/token-problem.js';
import { TOKENS_URL, type TokenForm } from './account-tokens.model.js';

interface AccountTokenFormProps {
  readonly form: TokenForm;
  readonly t: Translate<HostKey>;
}

/** The form for a new token. Typed values are kept, with the errors beside them. */
export function AccountTokenForm({ form: { name, bricks, end, errors }, t }: AccountTokenFormProps): VNode {
  if (bricks.length === 0) {
    return (
      <Card title={t('tokens.new')}>
        <p>{t('tokens.nothingOn')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('tokens.new')}>
      <form method="post" action={TOKENS_URL}>
        <TextField
          name="name"
          label={t('tokens.name')}
          hint={t('tokens.nameHint')}
          value={name}
          error={errors.name}
          maxLength={LONGEST_NAME}
          required
        />
        <TicksField
          name="bricks"
          label={t('tokens.bricks')}
          hint={t('tokens.bricksHint')}
          error={errors.bricks}
          ticks={bricks}
        />
        <ChoiceField
          name="end"
          label={t('tokens.end')}
          error={errors.end}
          value={end}
          choices={[
            { value: '30', label: t('tokens.end30') },
            { value: '365', label: t('tokens.end365') },
            { value: 'never', label: t('tokens.endNever'), detail: t('tokens.endNeverDetail') },
          ]}
        />
        <Button kind="primary">{t('tokens.create')}</Button>
      </form>
    </Card>
  );
}
