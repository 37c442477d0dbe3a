// SPDX-License-Identifier: EUPL-1.2
import type { Credentials } from '@volee/core-adapter/login';
import type { HtmlForm, HtmlPage } from './html-forms.js';

const TYPED = ['text', 'email', 'tel'];

/** The form that asks for a password. LemonLDAP::NG, Apereo CAS and EoleSSO name its fields differently. */
export function loginFormOf({ forms }: HtmlPage): HtmlForm | undefined {
  // A form with two passwords is for changing a password.
  return forms.find(({ fields }) => fields.filter(({ type }) => type === 'password').length === 1);
}

/** The completed form: the login goes into the last text field before the password. */
export function filledIn({ fields }: HtmlForm, { login, password }: Credentials): URLSearchParams {
  const place = fields.findIndex(({ type }) => type === 'password');
  const user =
    fields.slice(0, place).findLast(({ type }) => TYPED.includes(type)) ??
    fields.find(({ type }) => TYPED.includes(type));
  return new URLSearchParams(
    fields.map((field): [string, string] => {
      if (field.type === 'password') return [field.name, password];
      return [field.name, field === user ? login : field.value];
    }),
  );
}

/** The ticket in a page that posts itself to the callback (CAS 3.0 §2.1.1, `method=POST`). */
export function postedTicket({ forms }: HtmlPage, isCallback: (url: URL) => boolean): string | undefined {
  const form = forms.find(({ action, method }) => method === 'post' && isCallback(action));
  return form?.fields.find(({ name }) => name === 'ticket')?.value;
}
