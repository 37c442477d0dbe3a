// SPDX-License-Identifier: EUPL-1.2
import { marksIn } from './marks-in.js';

test.each([
  ['T1, T4: the id of another school’s row finds nothing', ['T1', 'T4']],
  ['L3 a source that names nobody', ['L3']],
  ['C1 CAS 3.0 §2.1.1 service: encoded', ['C1']],
  ['C10: another service (C9)', ['C10', 'C9']],
  ['a server in trouble (C17, P11)', ['C17', 'P11']],
  ['P a mark without a number', ['P']],
  ['X: another one', ['X']],
  ['A person that left', []],
  ['CM1 and T1 in the middle', []],
  ['RFC 9112 (F of 6)', []],
  ['T1st', []],
])('the marks of %j', (title, marks) => {
  expect(marksIn(title)).toEqual(marks);
});
