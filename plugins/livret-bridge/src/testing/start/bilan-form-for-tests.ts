// SPDX-License-Identifier: EUPL-1.2

/** The fields of the form on a page, as a browser without script would send them: text areas, ticked boxes, hidden fields. */
export function formOf(page: string): URLSearchParams {
  const fields = new URLSearchParams();
  const form = /<form[^>]*data-changes[^]*?<\/form>/.exec(page)?.[0] ?? '';
  for (const [tag, text] of form.matchAll(/<input[^>]*>|<textarea[^>]*>([^]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (tag.startsWith('<input disabled')) continue;
    if (tag.startsWith('<textarea')) fields.append(name, decoded(text ?? ''));
    else if (!/type="(?:radio|checkbox)"/.test(tag) || /\schecked/.test(tag)) {
      fields.append(name, attribute(tag, 'value'));
    }
  }
  return fields;
}

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function decoded(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The form with other values in some fields. */
export function changed(form: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(form);
  for (const [name, value] of Object.entries(changes)) next.set(name, value);
  return next;
}
