// SPDX-License-Identifier: EUPL-1.2

/** A sentence that begins with a date: French writes « mardi » and « aujourd’hui » in lower case. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
