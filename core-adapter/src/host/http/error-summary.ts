// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../api/i18n.js';
import type { HostKey } from '../infra/locales/index.js';

const ERROR = /<p class="v-field-error" id="([^"]+)"[^>]*>([^]*?)<\/p>/g;
const WORDS = /<form[^>]* data-errors="([^"]+)"/;
const TITLE = '<title>';
const PAGE = '<div class="v-page">';

/**
 * Begins a page that shows a refused form again with a summary: a link to each field with an error, in the words beside the field. The
 * summary has the focus, and the title of the document begins with « Erreur ». The attribute `data-errors` of the form says what did not
 * happen, in place of the words of the host. A page without errors stays as it is.
 */
export function withErrorSummary(html: string, t: Translate<HostKey>): string {
  const errors = [...html.matchAll(ERROR)].map(([, id = '', content = '']) => ({ id, text: textOf(content) }));
  if (errors.length === 0) return html;
  const links = errors.map(({ id, text }) => `<li><a href="#${fieldOf(id, html)}">${text}</a></li>`).join('');
  const words = WORDS.exec(html)?.[1] ?? t('errors.title', { count: errors.length });
  const title = `<h2 id="errors">${words}</h2>`;
  const summary = `<section class="v-errors" aria-labelledby="errors" tabindex="-1" autofocus>${title}<ul class="v-list">${links}</ul></section>`;
  return html.replace(TITLE, () => `${TITLE}${t('errors.documentTitle')}`).replace(PAGE, () => `${PAGE}${summary}`);
}

/** The text of an error, escaped as the page has it, without its icon. */
function textOf(content: string): string {
  return content.replace(/<[^>]*>/g, '').trim();
}

/** The id of the field, or of the error itself where the field has another id. */
function fieldOf(errorId: string, html: string): string {
  const field = errorId.replace(/-error$/, '');
  return html.includes(` id="${field}"`) ? field : errorId;
}
