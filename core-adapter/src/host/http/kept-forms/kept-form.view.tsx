// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { buttonLook } from '../../../ui/button.js';
import { BrickBadge, Button, LinkButton } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { SendAgain, TypedTexts, type SendAgainModel } from '../errors/typed-texts.view.js';

/** Why a form was not taken: its session ended, its page asks for the password again, or another person is logged in. */
export type KeptReason = 'ended' | 'fresh' | 'other';

export interface KeptFormModel {
  readonly reason: KeptReason;
  readonly texts: readonly string[];
  /** Whether files came with the form, which are not kept. */
  readonly hasFiles: boolean;
  readonly loginUrl: string;
  /** The form to send again, and the only person who may; undefined where nobody knows its author. */
  readonly again: SendAgainModel | undefined;
  readonly owner: string | undefined;
}

interface KeptFormProps {
  readonly model: KeptFormModel;
  readonly t: Translate<HostKey>;
}

const ICONS = { ended: 'door-closed-fill', fresh: 'key-fill', other: 'people-fill' } as const;
const TITLES = { ended: 'kept.ended', fresh: 'kept.fresh', other: 'kept.other' } as const;

export function keptTitle({ reason }: KeptFormModel): HostKey {
  return TITLES[reason];
}

/** A form that was not taken, to be sent again after a login in another tab, so that this page stays. */
export function KeptFormView({ model, t }: KeptFormProps): VNode {
  const { reason, texts, hasFiles, again, owner, loginUrl } = model;
  const onlyFiles = hasFiles && texts.length === 0;
  return (
    <div class="v-alone">
      <BrickBadge colour="slate" icon={ICONS[reason]} size="large" soft />
      <h1>{t(keptTitle(model))}</h1>
      {again && owner !== undefined && <SendSteps model={model} again={again} owner={owner} t={t} />}
      {!again && (
        <>
          <p class="v-alone-text">{t(onlyFiles ? 'kept.files' : 'kept.copy')}</p>
          {hasFiles && !onlyFiles && <p>{t('kept.filesAgain')}</p>}
          {reason !== 'other' &&
            (onlyFiles ? <LoginHere url={loginUrl} t={t} /> : <LoginBeside url={loginUrl} t={t} />)}
        </>
      )}
      <TypedTexts texts={texts} t={t} />
    </div>
  );
}

function SendSteps({
  model: { reason, loginUrl, hasFiles },
  again,
  owner,
  t,
}: KeptFormProps & { readonly again: SendAgainModel; readonly owner: string }): VNode {
  const isOther = reason === 'other';
  return (
    <>
      <p class="v-alone-text">
        {isOther ? t('kept.otherText', { name: owner }) : t(hasFiles ? 'kept.textSafe' : 'kept.safe')}
      </p>
      {hasFiles && <p>{t('kept.filesAgain')}</p>}
      <ol class="v-kept-steps">
        <li>
          <p>{t(isOther ? 'kept.stepOther' : 'kept.stepLogin', { name: owner })}</p>
          {isOther ? (
            <form method="post" action="/logout" target="_blank">
              <Button kind="secondary">{t('kept.logout')}</Button>
            </form>
          ) : (
            <LoginBeside url={loginUrl} t={t} />
          )}
        </li>
        <li>
          <p>{t(hasFiles ? 'kept.stepFiles' : 'kept.stepSend')}</p>
          <SendAgain again={again} label={t('kept.send', { name: owner })} t={t} />
        </li>
      </ol>
    </>
  );
}

interface LoginProps {
  readonly url: string;
  readonly t: Translate<HostKey>;
}

function LoginHere({ url, t }: LoginProps): VNode {
  return (
    <LinkButton kind="primary" href={url}>
      {t('error.login')}
    </LinkButton>
  );
}

/** A link to the login in a new tab, so that the text stays in this one. */
function LoginBeside({ url, t }: LoginProps): VNode {
  return (
    <a class={buttonLook('primary', undefined)} href={url} target="_blank" rel="noopener">
      {t('kept.login')}
    </a>
  );
}
