// SPDX-License-Identifier: EUPL-1.2
import { hashOf } from '../infra/database/hash-of.js';
import { namingTexts } from './typed-in.js';

const FORM = /(<form\b(?:"[^"]*"|[^">])*>)([^]*?)<\/form>/g;
const FIELD = /<textarea\b(?:"[^"]*"|[^">])*>[^<]*|<(?:input|select|option)\b(?:"[^"]*"|[^">])*>/g;

/**
 * Ties what a browser brings back with "back" to the person and to the stored values of each form. Chromium and Safari know a form by the path of its
 * action and the names of its first two fields. A disabled field is not sent, and its name makes another form of it (ADR 80).
 */
export function withFormMarks(html: string, personId: string | undefined): string {
  return html.replace(FORM, (_, tag: string, content: string) => {
    const fields = content.match(FIELD) ?? [];
    const isTyped = fields.some((field) => !field.includes('type="hidden"'));
    const opening = namingTexts(tag, fields);
    if (!isTyped || tag.includes(' autocomplete="off"')) return `${opening}${content}</form>`;
    const shown = [personId, ...fields.filter(isStored)];
    const mark = hashOf(JSON.stringify(shown)).slice(0, 16);
    return `${opening}<input disabled type="hidden" name="of-${mark}"/>${content}</form>`;
  });
}

/** Whether a field shows a value of the server. The key of a form is new on each page, and a choice that was not made says nothing. */
function isStored(field: string): boolean {
  if (field.startsWith('<option')) return / selected\b/.test(field);
  if (/ type="(?:checkbox|radio)"/.test(field)) return / checked\b/.test(field);
  return !field.includes('type="hidden" name="form"');
}
