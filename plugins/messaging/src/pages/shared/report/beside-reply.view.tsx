// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, type ButtonKind } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';

/** The id of the form with the reply on the page of a thread. */
export const REPLY_FORM = 'messaging-reply-form';

interface BesideReplyProps {
  readonly actionUrl: string;
  readonly kind: ButtonKind;
  readonly icon?: string;
  readonly name?: string;
  readonly value?: string;
  readonly children: ComponentChildren;
}

/** A button that sends what is typed as a reply to another address, which keeps it: the text does not go with the page. */
export function BesideReply({ actionUrl, kind, icon, name, value, children }: BesideReplyProps): VNode {
  const enctype = 'application/x-www-form-urlencoded';
  const target = { form: REPLY_FORM, formaction: actionUrl, formnovalidate: true, formenctype: enctype };
  return (
    <button class={`btn btn-${kind}`} type="submit" name={name} value={value} {...target}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button with an address of its own. Where a reply may be typed on the page, it is sent along. */
export function OwnButton({ hasReply, ...props }: BesideReplyProps & { readonly hasReply: boolean }): VNode {
  if (hasReply) return <BesideReply {...props} />;
  const { actionUrl, ...button } = props;
  return (
    <form method="post" action={actionUrl}>
      <Button {...button} />
    </form>
  );
}
