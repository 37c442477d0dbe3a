// SPDX-License-Identifier: EUPL-1.2
import { hashOf } from '../infra/database/hash-of.js';
import { keptForm, type KeptForm } from './kept-form.js';
import { typedInParameter, withTypedIn } from './typed-in.js';

const FORM = /(<form\b(?:"[^"]*"|[^">])*>)([^]*?)<\/form>/g;
const FIELD = /<textarea\b(?:"[^"]*"|[^">])*>[^<]*|<(?:input|select|option)\b(?:"[^"]*"|[^">])*>/g;
const BUTTON = /<(?:button|input)\b(?:"[^"]*"|[^">])* formaction=(?:"[^"]*"|[^">])*>/g;
const ID = /^<form(?:"[^"]*"|[^">])*? id="([^"]*)"/;
/** The id of the form of a field or of a button that stands outside of it. */
const OWNER = /^<(?:"[^"]*"|[^">])*? form="([^"]*)"/;

/**
 * Ties the values that a browser restores with "back" to the person and to the stored values of each form. Chromium and Safari know a form
 * by the path of its action and the names of its first two fields. A disabled field is not sent, and its name makes them take the form for
 * another one (ADR 80).
 * @param kept collects the forms with texts that the host keeps while they are typed (ADR 111); without it, none is kept
 */
export function withFormMarks(html: string, personId: string | undefined, kept?: Map<string, KeptForm>): string {
  const outside = html.includes(' form="') ? fieldsByOwner(html) : new Map<string, string[]>();
  const parameters = new Map<string, string>();
  const marked = html.replace(FORM, (_, tag: string, content: string) => {
    const id = ID.exec(tag)?.[1] ?? '';
    const fields = (content.match(FIELD) ?? []).filter((field) => !OWNER.test(field));
    const isPost = tag.includes(' method="post"');
    const all = [...fields, ...(outside.get(id) ?? [])];
    const keeping = isPost && kept ? keptForm(tag, all) : undefined;
    // Of two forms with one key, the first is kept.
    const own = keeping && !kept?.has(keeping.key) ? keeping : undefined;
    if (own) kept?.set(own.key, own);
    const parameter = isPost ? typedInParameter(all, own?.key) : undefined;
    if (parameter !== undefined) parameters.set(id, parameter);
    const named = parameter === undefined ? tag : withTypedIn(tag, parameter);
    const opening = own ? named.replace('<form', `<form data-kept="${own.key}"`) : named;
    const inside = withButtons(content, (button) => (OWNER.test(button) ? button : namedButton(button, parameter)));
    const isTyped = fields.some((field) => !field.includes('type="hidden"'));
    if (!isTyped || tag.includes(' autocomplete="off"')) return `${opening}${inside}</form>`;
    const shown = [personId, ...fields.filter(isStored)];
    const mark = hashOf(JSON.stringify(shown)).slice(0, 16);
    return `${opening}<input disabled type="hidden" name="of-${mark}"/>${inside}</form>`;
  });
  return withButtons(marked, (button) => {
    const owner = OWNER.exec(button)?.[1];
    return owner === undefined ? button : namedButton(button, parameters.get(owner));
  });
}

function fieldsByOwner(html: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const field of html.match(FIELD) ?? []) {
    const owner = OWNER.exec(field)?.[1];
    if (owner === undefined) continue;
    const fields = found.get(owner);
    if (fields) fields.push(field);
    else found.set(owner, [field]);
  }
  return found;
}

/** Most pages have no button with an address of its own: looking for the attribute takes less than reading each field. */
function withButtons(html: string, change: (button: string) => string): string {
  return html.includes(' formaction=') ? html.replace(BUTTON, change) : html;
}

/**
 * A button with an address of its own sends the texts of its form there. One with `data-keep="no"` takes none of them: its address has no key,
 * so that the kept text stays.
 */
function namedButton(button: string, parameter: string | undefined): string {
  if (parameter === undefined || button.includes(' formmethod="get"')) return button;
  const [names = ''] = parameter.split('~');
  return withTypedIn(button, button.includes(' data-keep="no"') ? names : parameter);
}

/** Whether a field shows a value of the server. The key of a form is new on each page, and a choice that was not made says nothing. */
function isStored(field: string): boolean {
  if (field.startsWith('<option')) return / selected\b/.test(field);
  if (/ type="(?:checkbox|radio)"/.test(field)) return / checked\b/.test(field);
  return !field.includes('type="hidden" name="form"');
}
