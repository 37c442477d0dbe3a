// SPDX-License-Identifier: EUPL-1.2
import { escapeMarkup } from './escape-markup.js';

/** Markup that is safe to send as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/** Template tag: every part that is not {@link Html} itself is escaped; `false` and `undefined` leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return new Html(strings.map((string, index) => string + textOf(parts[index])).join(''));
}

function textOf(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(textOf).join('') : escapeMarkup(String(part));
}
