// SPDX-License-Identifier: EUPL-1.2
import { mariadbAddress, mariadbQueryProblem } from './mariadb-address.js';

test.each([
  ['mysql://volee:secret@db.example.org:3307/volee', { uri: 'mysql://volee:secret@db.example.org:3307/volee' }],
  [
    'mysql://volee@localhost/volee?socket=/run/mysqld/mysqld.sock',
    { uri: 'mysql://volee@localhost/volee', socketPath: '/run/mysqld/mysqld.sock' },
  ],
  [
    'mysql://root@localhost/?socket=%2Ftmp%2Fa%20b+.sock',
    { uri: 'mysql://root@localhost/', socketPath: '/tmp/a b+.sock' },
  ],
  ['mysql://volee:wh?t=@localhost/volee', { uri: 'mysql://volee:wh?t=@localhost/volee' }],
])('the socket is what follows "?socket=": %s', (url, address) => {
  expect(mariadbAddress(url)).toEqual(address);
  expect(mariadbQueryProblem(url)).toBeUndefined();
});

test.each([
  ['socket=', /"socket" is no absolute path; write \?socket=\/run\/mysqld\/mysqld\.sock/],
  ['socket=run/mysqld.sock', /"socket" is no absolute path/],
  ['socket=/run/a%00b', /"socket" is no absolute path/],
  ['socket=/a&socket=/b', /"socket" is there twice/],
  [`socket=/${'é'.repeat(60)}`, /"socket" is longer than 107 bytes; shorten the path/],
  ['sockt=/run/mysqld/mysqld.sock', /^"sockt" is not known after the "\?"; write \?socket=/],
  ['ssl=true', /^"ssl" is not known after the "\?"/],
])('a query that means no socket is told, without the password: %s', (query, problem) => {
  const told = mariadbQueryProblem(`mysql://volee:secret@localhost/volee?${query}`);
  expect(told).toMatch(problem);
  expect(told).not.toContain('secret');
});
