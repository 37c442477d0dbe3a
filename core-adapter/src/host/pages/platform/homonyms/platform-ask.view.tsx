// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, ChoiceField, LinkButton, Note, TextField, type Choice } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { PlatformFrame } from '../shared/platform-frame.js';

/** One of the two records to look for. */
export interface AskField {
  /** As typed. */
  readonly text: string;
  readonly error?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
  readonly choiceError?: string | undefined;
  /** More records answer than are shown, in words. */
  readonly more?: string | undefined;
}

/** `/admin/homonyms/ask` */
export interface PlatformAskModel {
  readonly action: string;
  readonly one: AskField;
  readonly other: AskField;
  readonly canCompare: boolean;
}

interface PlatformAskProps {
  readonly model: PlatformAskModel;
  readonly t: Translate<HostKey>;
}

/** Looks for two records that Volée takes for two people, to ask whether they are of one. */
export function PlatformAskView({ model: { action, one, other, canCompare }, t }: PlatformAskProps): VNode {
  return (
    <PlatformFrame section="homonyms" title={t('platform.ask')} lead={t('platform.askLead')} t={t}>
      <div class="v-text v-parts">
        <Card>
          <form method="get" action={action}>
            <TextField
              name="one"
              label={t('platform.askOne')}
              hint={t('platform.askOneHint')}
              value={one.text}
              error={one.error}
              maxLength={190}
            />
            <Found name="person" label={t('platform.askWhichOne')} field={one} />
            <TextField
              name="other"
              label={t('platform.askOther')}
              hint={t('platform.askOtherHint')}
              value={other.text}
              error={other.text === '' ? undefined : other.error}
              maxLength={190}
            />
            <Found name="with" label={t('platform.askWhichOther')} field={other} />
            {canCompare ? (
              <Button kind="primary" icon="people-fill" name="compare" value="1">
                {t('platform.askCompare')}
              </Button>
            ) : (
              <Button kind="primary" icon="search">
                {t('platform.search')}
              </Button>
            )}
          </form>
        </Card>
        <p>
          <LinkButton kind="quiet" icon="arrow-left" href={PLATFORM_URLS.homonyms}>
            {t('platform.homonymBack')}
          </LinkButton>
        </p>
      </div>
    </PlatformFrame>
  );
}

interface FoundProps {
  readonly name: string;
  readonly label: string;
  readonly field: AskField;
}

function Found({ name, label, field: { choices, chosen, choiceError, more } }: FoundProps): VNode | null {
  if (choices.length === 0) return null;
  return (
    <>
      <ChoiceField name={name} label={label} choices={choices} value={chosen} error={choiceError} />
      {more !== undefined && (
        <Note>
          <p>{more}</p>
        </Note>
      )}
    </>
  );
}
