// SPDX-License-Identifier: EUPL-1.2
import { ContractFault, eachOf, fault } from './fault.js';

const check = (item: string): void => {
  if (item.startsWith('bad')) fault(`${item} is wrong; mend it.`);
};

async function faultsOf(items: readonly string[], most?: number): Promise<unknown> {
  return eachOf(items, check, most).then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('a check tells the faults of all its items, each once', async () => {
  const error = await faultsOf(['good', 'bad one', 'good', 'bad two', 'bad one']);
  expect(error).toBeInstanceOf(ContractFault);
  expect(error).toMatchObject({
    message: '2 faults:\n- bad one is wrong; mend it.\n- bad two is wrong; mend it.',
    sentences: ['bad one is wrong; mend it.', 'bad two is wrong; mend it.'],
  });
});

test('one fault is its sentence alone, and none is no failure', async () => {
  expect(await faultsOf(['good', 'bad one'])).toMatchObject({ message: 'bad one is wrong; mend it.' });
  expect(await faultsOf(['good'])).toBeUndefined();
});

test('after so many faults no further item is looked at', async () => {
  expect(await faultsOf(['bad one', 'bad two', 'bad three'], 2)).toMatchObject({
    sentences: [expect.stringContaining('one'), expect.stringContaining('two')],
  });
});

test('an error that is no fault of the brick ends the check at once', async () => {
  const attempt = eachOf(['a', 'b'], () => {
    throw new TypeError('a bug of the suite');
  });
  await expect(attempt).rejects.toThrow(TypeError);
});
