// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import {
  Crumbs,
  Note,
  PageHead,
  Row,
  Rows,
  Section,
  Tag,
  Button,
  Card,
  ChoiceField,
  TextField,
  TicksField,
} from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { type AccountTokensModel, type TokenLine, TOKENS_URL, type TokenForm } from './account-tokens.model.js';
import { LONGEST_NAME } from '../../domain/tokens/token-problem.js';

interface AccountTokensProps {
  readonly model: AccountTokensModel;
  readonly t: Translate<HostKey>;
}

/** The access tokens of a person, and a form for a new one. */
export function AccountTokensView({ model: { tokens, form, full }, t }: AccountTokensProps): VNode {
  return (
    <>
      <Crumbs
        label={t('tokens.path')}
        crumbs={[{ label: t('account.title'), url: '/account' }, { label: t('tokens.title') }]}
      />
      <PageHead title={t('tokens.title')} lead={t('tokens.lead')} />
      <div class="v-columns">
        <Section title={t('tokens.list')}>
          {tokens.length === 0 && <p class="v-soft">{t('tokens.none')}</p>}
          {tokens.length > 0 && (
            <Rows>
              {tokens.map((token) => (
                <TokenRow key={token.revokeUrl} token={token} t={t} />
              ))}
            </Rows>
          )}
        </Section>
        {full && (
          <Note>
            <p>{t('tokens.full', { count: tokens.length })}</p>
          </Note>
        )}
        {form && <AccountTokenForm form={form} t={t} />}
      </div>
    </>
  );
}

function TokenRow({ token, t }: { readonly token: TokenLine; readonly t: Translate<HostKey> }): VNode {
  const { name, bricks, dates, ended, revokeUrl } = token;
  return (
    <Row
      title={
        <>
          {name} {ended && <Tag icon="hourglass-bottom">{t('tokens.ended')}</Tag>}
        </>
      }
      detail={
        <>
          {bricks}
          {dates.map((date) => (
            <span key={date} class="d-block v-small">
              {date}
            </span>
          ))}
        </>
      }
      action={
        <a class="btn btn-quiet" href={revokeUrl} aria-label={t('tokens.revokeOf', { name })}>
          {t('tokens.revoke')}
        </a>
      }
    />
  );
}

interface AccountTokenFormProps {
  readonly form: TokenForm;
  readonly t: Translate<HostKey>;
}

/** The form for a new token. Typed values are kept, with the errors beside them. */
function AccountTokenForm({ form: { name, bricks, end, errors }, t }: AccountTokenFormProps): VNode {
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
