// SPDX-License-Identifier: EUPL-1.2
import type { MessageValues } from '@volee/core-adapter';

/** Why files cannot be imported at all. Each has a text that says what to do: `refusal.<code>`. */
export type RefusalCode =
  | 'nothing'
  | 'tooLarge'
  | 'endless'
  | 'empty'
  | 'spreadsheet'
  | 'pdf'
  | 'binary'
  | 'broken'
  | 'cut'
  | 'teachers'
  | 'unknown'
  | 'noPupilsFile'
  | 'samePart'
  | 'nobody';

export interface Refusal {
  readonly refused: RefusalCode;
  readonly values: MessageValues;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
