// SPDX-License-Identifier: EUPL-1.2
import { interceptExit } from './intercept-exit.js';

test('P11: while intercepted, process.exit throws into the caller; afterwards it works as before', () => {
  const { exit, abort } = process;
  const first = interceptExit();
  const second = interceptExit();
  expect(() => process.exit(7)).toThrow('process.exit() is refused, since the process also runs other bricks');
  expect(() => process.abort()).toThrow('process.abort() is refused');
  first();
  first();
  expect(() => process.exit(7)).toThrow(/refused/);
  second();
  expect([process.exit, process.abort]).toEqual([exit, abort]);
});
