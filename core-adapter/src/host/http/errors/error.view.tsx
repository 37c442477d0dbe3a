// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Actions, Button, LogoScene, LinkButton, BrickBadge } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { SendAgain, TypedTexts, type SendAgainModel } from './typed-texts.view.js';
import { type ErrorKind, errorPage } from './error-pages.js';

export { ERROR_KINDS, type ErrorKind, errorPage } from './error-pages.js';

/** A page with the problem and the next step. Its status and title: `errorPage(kind)`. */
export interface ErrorModel {
  readonly kind: ErrorKind;
  /** Found again in the log. Shown when there is one. */
  readonly reference?: string | undefined;
  /** The page that failed, when asking for it again may help: for a GET, its address. */
  readonly retryUrl?: string | undefined;
  readonly loginUrl: string;
  readonly homeUrl: string;
  /** The texts in the form that failed, to be copied; and the form itself, where sending it once more may help. */
  readonly typed?: TypedModel | undefined;
  /** In so many seconds a script goes to `loginUrl`. */
  readonly retryAfter?: number | undefined;
}

interface TypedModel {
  readonly texts: readonly string[];
  /** Whether the texts are too long to be shown. */
  readonly isHidden: boolean;
  /** Whether files came with the form, which are not kept. */
  readonly hasFiles: boolean;
  readonly again: SendAgainModel | undefined;
}

interface ErrorProps {
  readonly model: ErrorModel;
  readonly t: Translate<HostKey>;
}

export function ErrorView({ model, t }: ErrorProps): VNode {
  const { status, icon, title, text, remedy } = errorPage(model.kind);
  return (
    <div class="v-alone">
      {model.kind === 'loggedOut' ? <LogoScene /> : <BrickBadge colour="slate" icon={icon} size="large" soft />}
      <h1>{t(title)}</h1>
      <p class="v-alone-text">{t(text)}</p>
      <p>{t(remedy)}</p>
      {model.retryAfter !== undefined && (
        <p class="v-soft" role="status" hidden data-retry={model.loginUrl} data-seconds={model.retryAfter}>
          {t('error.busyWait', { seconds: model.retryAfter })}
        </p>
      )}
      <ErrorActions model={model} t={t} />
      {model.typed && <Typed typed={model.typed} t={t} />}
      {status >= 400 && (
        <p class="v-soft v-small v-alone-end">
          {t('error.code', { status })}
          {model.reference !== undefined && <> · {t('error.reference', { reference: model.reference })}</>}
        </p>
      )}
    </div>
  );
}

interface TypedProps {
  readonly typed: TypedModel;
  readonly t: Translate<HostKey>;
}

function Typed({ typed: { texts, isHidden, hasFiles, again }, t }: TypedProps): VNode {
  return (
    <div class="v-kept-typed">
      {isHidden && <p>{t('kept.hidden')}</p>}
      {texts.length > 0 && <p>{t('kept.typed')}</p>}
      {hasFiles && <p>{t(again?.upload?.file === undefined ? 'kept.filesInPage' : 'kept.filesAgain')}</p>}
      {again && <SendAgain again={again} label={t('kept.again')} t={t} />}
      <TypedTexts texts={texts} t={t} />
    </div>
  );
}

function ErrorActions({ model, t }: ErrorProps): VNode {
  const urls = {
    retry: model.retryUrl,
    reopen: model.retryUrl,
    login: model.loginUrl,
    loginAgain: model.loginUrl,
    home: model.homeUrl,
  };
  const actions = errorPage(model.kind).actions.filter((action) => action === 'otherAccount' || urls[action]);
  return (
    <Actions>
      {actions.map((action, index) => {
        const kind = index === 0 ? 'primary' : 'secondary';
        const label = t(`error.${action}`);
        // Another account is only a way out: it does not solve the problem of the page.
        if (action === 'otherAccount')
          return <OtherAccount key={action} label={label} kind={actions.length === 1 ? 'secondary' : kind} />;
        return (
          <LinkButton key={action} kind={kind} href={urls[action] ?? model.homeUrl}>
            {label}
          </LinkButton>
        );
      })}
    </Actions>
  );
}

/** The SSO still knows the first account: without ending its session, a new login would bring the same one back. */
function OtherAccount({ label, kind }: { readonly label: string; readonly kind: 'primary' | 'secondary' }): VNode {
  return (
    <form method="post" action="/logout">
      <Button kind={kind}>{label}</Button>
    </form>
  );
}
