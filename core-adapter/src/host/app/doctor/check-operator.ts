// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import type { Settings } from '../../infra/settings/settings.schema.js';
import { good, warn } from './findings.js';

/** Checks that the pages can name the operator, an address to write to, and the legal notice that a public site needs. */
export function checkOperator({ name, contact, legalNotice }: Settings['operator']): Finding[] {
  const found: Finding[] = [];
  if (name === undefined) {
    found.push(
      warn(
        'No page names the operator of this platform.',
        'Write the name, such as that of the academy, in operator.name.',
      ),
    );
  }
  if (contact === undefined) {
    found.push(
      warn(
        'The footer has no Contact: persons outside a school do not know where to write.',
        'Write an e-mail address, or the https:// address of a page, in operator.contact.',
      ),
    );
  }
  if (legalNotice === undefined) {
    found.push(
      warn(
        'The footer has no Mentions légales, which a public site must have (LCEN, article 1-1; article 6 III before 2024).',
        'Write the text, or the https:// address of a page that has it, in operator.legalNotice.',
      ),
    );
  }
  return found.length > 0 ? found : [good(`The footer leads to the contact and the legal notice of ${name}.`)];
}
