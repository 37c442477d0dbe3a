// SPDX-License-Identifier: EUPL-1.2
import type { Recipient } from '../../../domain/rules/recipients.js';
import { recipientKey } from '../../../domain/write/recipient.input.js';
import { presentAudiences } from './audiences.presenter.js';
import { searchWords } from './marked-pieces.js';
import { presentChip, type Counted } from './recipient-parts.js';
import { presentResults } from './results.presenter.js';
import type { Chip, SearchModel } from './write.model.js';
import type { WriteReader } from './write-material.js';

/** The boxes of the groups nearest to the user, or, once words are typed, the people and groups that these find. */
export function presentSearch(material: Counted, reader: WriteReader): SearchModel {
  const { recipients, search, unreached } = material;
  const chip = (one: Recipient): Chip => presentChip(one, material, reader);
  if (searchWords(search).length > 0) {
    const results = presentResults(material, reader);
    return { kind: 'search', search, chips: recipients.map(chip), audiences: undefined, results };
  }
  const audiences = presentAudiences(material, reader);
  const boxes = [...audiences.open, ...audiences.others].flatMap((section) => section.boxes.map(({ key }) => key));
  const chips = recipients.filter((one) => unreached.includes(one) || !boxes.includes(recipientKey(one))).map(chip);
  return { kind: 'search', search, chips, audiences, results: undefined };
}
