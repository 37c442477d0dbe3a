// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { describeWith } from '../../services/describe-with.js';
import { findBinary } from '../../services/find-binary.js';
import { scribeEntries } from '../sample/scribe-entries.js';
import { ROOT } from '../sample/tree.js';
import { startDirectory, type Directory } from './start-directory.js';

const program = findBinary('ldapsearch');

let directory: Directory;

describeWith(['ldapsearch'], 'the embedded directory before OpenLDAP’s ldapsearch', () => {
  beforeAll(async () => {
    directory = await startDirectory({ entries: scribeEntries() });
  });
  afterAll(() => directory.stop());

  test('pages of 50 until the last', async () => {
    const { code, output } = await ldapsearch('-b', ROOT, '-E', '!pr=50/noprompt', '(objectClass=*)', 'cn');
    expect(code).toBe(0);
    expect(output.match(/^dn:/gm)).toHaveLength(directory.entries.length);
    expect(output.match(/^pagedresults: cookie=/gm)).toHaveLength(Math.ceil(directory.entries.length / 50));
  });

  test('accents and special characters, in the filter and in the answer', async () => {
    const { output } = await ldapsearch('-b', ROOT, '(&(givenName=Zo\\c3\\a9)(sn=gir*))', 'cn', 'DIVCOD');
    expect(output).toContain(`cn:: ${Buffer.from('Zoé Girardet').toString('base64')}\n`);
    expect(output).toContain('Divcod: CM1-CM2\n');
    expect((await ldapsearch('-b', ROOT, '(description=*é de la*)', 'dn')).output).not.toContain('dn:');
  });

  test('the root DSE with and without paging (L7)', async () => {
    const rootDse = ['-b', '', '-s', 'base', '+', 'supportedControl'];
    expect((await ldapsearch(...rootDse)).output).toContain('supportedControl: 1.2.840.113556.1.4.319');
    directory.switches.paging = false;
    expect((await ldapsearch(...rootDse)).output).not.toContain('1.2.840.113556.1.4.319');
    expect((await ldapsearch('-b', ROOT, '-E', '!pr=50/noprompt')).code).toBe(12); // the control was critical
    directory.switches.paging = true;
  });

  test('a size limit is result 4 (L5)', async () => {
    expect((await ldapsearch('-b', ROOT, '-z', '5')).code).toBe(4);
  });

  test('a wrong password is result 49', async () => {
    expect((await ldapsearch('-b', ROOT, '-w', 'wrong')).code).toBe(49);
  });
});

function ldapsearch(...args: string[]): Promise<{ code: number; output: string }> {
  const { url, reader } = directory;
  const password = args.includes('-w') ? [] : ['-w', reader.password];
  const all = ['-x', '-H', url, '-D', reader.dn, ...password, '-o', 'ldif-wrap=no', ...args];
  return new Promise((resolve) => {
    execFile(program ?? '', all, (error, output) => resolve({ code: Number(error?.code ?? 0), output }));
  });
}
