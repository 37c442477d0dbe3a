// SPDX-License-Identifier: EUPL-1.2
import { readQuery } from './read-query.js';

const HERE = 'n.school = :school';
const NOTES = `SELECT n.text FROM notes_note n WHERE ${HERE}`;

test.each([
  ['one table', NOTES],
  ['several conditions', `${NOTES} AND n.number >= -1 AND NOT n.text = 'x' AND n.groupId IS NOT NULL`],
  ['the school last', `SELECT text FROM notes_note AS n WHERE text <> :text AND ${HERE}`],
  ['the name of the table as alias', 'SELECT text FROM notes_note WHERE notes_note.school = :school'],
  ['OR in brackets', `${NOTES} AND (n.number = 1 OR n.text IN ('a', :text) AND n.number < 3)`],
  ['a list', `${NOTES} AND n.groupId IN (:ids) AND n.id NOT IN (:ids)`],
  ['joins', `SELECT n.text FROM notes_note n JOIN notes_tag t ON t.school = :school AND t.noteId = n.id WHERE ${HERE}`],
  ['an outer join', `SELECT t.id FROM notes_note n LEFT JOIN notes_tag t ON t.school = :school WHERE ${HERE}`],
  ['a cross join', `SELECT t.id FROM notes_note n CROSS JOIN notes_tag t WHERE ${HERE} AND t.school = :school`],
  ['a subquery as a table', `SELECT d.text FROM (${NOTES}) AS d WHERE d.text = :text`],
  [
    'subqueries',
    `${NOTES} AND EXISTS (${NOTES}) AND n.id IN (${NOTES}) AND n.number = (SELECT MAX(n.number) FROM notes_note n WHERE ${HERE})`,
  ],
  ['a union', `${NOTES} UNION ALL ${NOTES} ORDER BY text DESC LIMIT :most OFFSET 20`],
  [
    'groups',
    `SELECT n.groupId, COUNT(*) AS count, COUNT(DISTINCT n.text) AS texts FROM notes_note n WHERE ${HERE} GROUP BY n.groupId HAVING COUNT(*) > 1`,
  ],
  [
    'CASE',
    `SELECT CASE n.number WHEN 1 THEN 'a' ELSE 'b' END AS a, SUM(CASE WHEN n.number = 1 OR n.number = 2 THEN 1 ELSE 0 END) AS b FROM notes_note n WHERE ${HERE}`,
  ],
  [
    'the last row of each group',
    `SELECT n.id, ROW_NUMBER() OVER (PARTITION BY n.groupId ORDER BY n.number DESC) AS place FROM notes_note n WHERE ${HERE}`,
  ],
])('%s can be read', (_, sql) => {
  expect([...readQuery(sql).tables]).toContain('notes_note');
});

test('tables, parameters and lists are found, also in subqueries', () => {
  const sql = `${NOTES} AND n.id IN (SELECT t.noteId FROM notes_tag t WHERE t.school = :school AND t.name IN (:names)) AND n.text = :text`;
  const { tables, parameters, lists, parts } = readQuery(sql);
  expect([...tables]).toEqual(['notes_note', 'notes_tag']);
  expect([...parameters].sort()).toEqual(['names', 'school', 'text']);
  expect([...lists]).toEqual(['names']);
  expect(parts.map(({ text, parameter }) => text + (parameter === undefined ? '' : `:${parameter}`)).join('')).toBe(
    sql,
  );
});

const OPEN = 'reads notes_note of every school';
const AND = `SELECT n.text FROM notes_note n WHERE ${HERE}`;
test.each<[string, string, string]>([
  ['no condition', 'SELECT n.text FROM notes_note n', OPEN],
  ['another value', "SELECT n.text FROM notes_note n WHERE n.school = '0390002Y'", OPEN],
  ['the name of the parameter as a text', "SELECT n.text FROM notes_note n WHERE n.school = 'school'", OPEN],
  ['another parameter', 'SELECT n.text FROM notes_note n WHERE n.school = :uai', OPEN],
  ['the other way round', 'SELECT n.text FROM notes_note n WHERE :school = n.school', OPEN],
  ['all but ours', `SELECT n.text FROM notes_note n WHERE NOT ${HERE}`, OPEN],
  ['more than the condition', `SELECT n.text FROM notes_note n WHERE ${HERE} IS NOT NULL`, OPEN],
  ['a comparison before it', `SELECT n.text FROM notes_note n WHERE 0 = ${HERE}`, OPEN],
  ['in brackets', `SELECT n.text FROM notes_note n WHERE (${HERE} OR 1 = 1)`, OPEN],
  ['in CASE', `SELECT n.text FROM notes_note n WHERE CASE WHEN 1 = 2 AND ${HERE} AND 1 = 1 THEN 0 ELSE 1 END`, OPEN],
  ['in HAVING alone', `SELECT n.text FROM notes_note n GROUP BY n.school HAVING ${HERE}`, OPEN],
  ['in the select list', `SELECT n.text, ${HERE} AS ours FROM notes_note n`, OPEN],
  [
    'of the join partner alone',
    `SELECT n.text FROM notes_note n JOIN notes_tag t ON t.school = :school AND ${HERE} WHERE t.school = :school`,
    OPEN,
  ],
  [
    'of the outer join alone',
    `SELECT n.text FROM notes_tag t LEFT JOIN notes_note n ON t.school = :school WHERE t.school = :school`,
    OPEN,
  ],
  [
    'by the school of another table',
    `SELECT n.text FROM notes_tag t JOIN notes_note n ON n.school = t.school WHERE t.school = :school`,
    OPEN,
  ],
  ['in the second part of a union', `${NOTES} UNION SELECT n.text FROM notes_note n`, OPEN],
  ['in a subquery', `${NOTES} AND n.number > (SELECT COUNT(*) FROM notes_note n)`, OPEN],
  [
    'in a subquery by an outer condition',
    `SELECT (SELECT n.text FROM notes_note n) AS a FROM notes_note n WHERE ${HERE}`,
    OPEN,
  ],
  ['in a subquery of FROM', 'SELECT n.text FROM (SELECT n.text FROM notes_note n) n WHERE n.school = :school', OPEN],
  ['without its table', 'SELECT text FROM notes_note n WHERE school = :school', OPEN],
  ['OR', `${AND} OR 1 = 1`, 'has OR outside brackets'],
  [
    'OR in ON',
    `SELECT n.text FROM notes_note n JOIN notes_tag t ON t.school = :school OR 1 = 1 WHERE ${HERE}`,
    'has OR outside',
  ],
  ['or', `${AND} or 1 = 1`, 'has OR outside brackets'],
  ['||', `${AND} || 1`, 'has "||"'],
  ['&&', `${AND} && 1`, 'cannot be read at «&& 1»'],
  ['XOR', `${AND} XOR 1`, 'has «XOR»'],
  ['BETWEEN', `SELECT n.text FROM notes_note n WHERE n.number BETWEEN 1 AND ${HERE}`, 'has BETWEEN'],
  ['LIKE', `${AND} AND n.text LIKE '%'`, 'has LIKE'],
  ['an assignment', `SELECT n.text FROM notes_note n WHERE @a := 1`, 'cannot be read at «@a'],
  [
    'two tables of one name',
    `SELECT n.text FROM notes_note n JOIN notes_tag N ON N.school = :school WHERE ${HERE}`,
    'calls two tables N',
  ],
  ['a comma', `SELECT n.text FROM notes_note n, notes_tag t WHERE ${HERE}`, 'lists tables after a comma'],
  ['USING', `SELECT n.text FROM notes_note n JOIN notes_tag t USING (school) WHERE ${HERE}`, 'has USING'],
  ['NATURAL', `SELECT n.text FROM notes_note n NATURAL JOIN notes_tag t WHERE ${HERE}`, 'has «NATURAL»'],
  [
    'RIGHT',
    `SELECT n.text FROM notes_note n RIGHT JOIN notes_tag t ON t.school = :school WHERE ${HERE}`,
    'has RIGHT JOIN',
  ],
  [
    'ON after CROSS JOIN',
    `SELECT n.text FROM notes_note n CROSS JOIN notes_tag t ON t.school = :school WHERE ${HERE}`,
    'has «ON»',
  ],
  [
    'tables in brackets',
    `SELECT n.text FROM (notes_note n JOIN notes_tag t ON t.school = :school) WHERE ${HERE}`,
    'where SELECT is expected',
  ],
  ['a function as a table', `SELECT n.name FROM pragma_table_info('core_person') n WHERE ${HERE}`, 'has «(»'],
  ['a table of another database', `SELECT n.text FROM mysql.user n WHERE ${HERE}`, 'names a database (mysql)'],
])('T1, T6: a table without its own condition on the school is refused: %s', (_, sql, sentence) => {
  expect(() => readQuery(sql)).toThrow(sentence);
});

test.each<[string, string, string]>([
  ['another statement', `${AND}; DELETE FROM notes_note`, 'has a semicolon'],
  ['a semicolon at the end', `${AND};`, 'has a semicolon'],
  ['UPDATE', 'UPDATE notes_note SET text = 1', 'begins with «UPDATE»'],
  ['DELETE', 'DELETE FROM notes_note', 'begins with «DELETE»'],
  ['INSERT', `INSERT INTO notes_note ${NOTES}`, 'begins with «INSERT»'],
  ['PRAGMA', 'PRAGMA table_info(core_person)', 'begins with «PRAGMA»'],
  ['EXPLAIN', `EXPLAIN ${NOTES}`, 'begins with «EXPLAIN»'],
  ['nothing', ' ', 'begins with «the end»'],
  ['WITH', `WITH n AS (${NOTES}) SELECT n.text FROM n`, 'has WITH'],
  ['a write in WITH', 'WITH n AS (SELECT 1) DELETE FROM notes_note', 'has WITH'],
  ['INTO', `${AND} INTO OUTFILE '/tmp/notes'`, 'has «INTO»'],
  ['FOR UPDATE', `${AND} FOR UPDATE`, 'has «FOR»'],
  ['INTERSECT', `${NOTES} INTERSECT ${NOTES}`, 'has «INTERSECT»'],
  ['a comment', `${AND} -- AND 1`, 'has a comment'],
  ['a comment in the middle', `SELECT n.text /* of all */ FROM notes_note n WHERE ${HERE}`, 'has a comment'],
  ['a comment that MariaDB runs', `${AND} /*! OR 1 = 1 */`, 'has a comment'],
  ['a comment of MariaDB alone', `${AND} # AND`, 'has a comment'],
  ['a quoted name', `SELECT "text" FROM notes_note n WHERE ${HERE}`, 'has a quoted name'],
  ['a name in backquotes', `SELECT \`text\` FROM notes_note n WHERE ${HERE}`, 'has a quoted name'],
  ['a name in brackets', `SELECT [text] FROM notes_note n WHERE ${HERE}`, 'has a quoted name'],
  ['a text that MariaDB ends elsewhere', `${AND} AND n.text = 'a\\' OR 1 = 1 OR n.text = '`, 'has a text with a quote'],
  ['a quote in a text', `${AND} AND n.text = 'a''b'`, 'has a text with a quote'],
  ['a question mark in a text', `${AND} AND n.text = 'why?'`, 'has a text with a quote'],
  ['a question mark', `${AND} AND n.text = ?`, 'has "?"'],
  ['a text that does not end', `${AND} AND n.text = 'a`, 'has a text with a quote'],
  ['bytes', `${AND} AND n.text = x'27'`, 'cannot be read'],
  ['a character set', `${AND} AND n.text = _utf8 'a'`, 'has «a»'],
  ['a system variable', 'SELECT @@version', 'cannot be read at «@@version»'],
  ['*', `SELECT * FROM notes_note n WHERE ${HERE}`, 'selects "*"'],
  ['n.*', `SELECT n.* FROM notes_note n WHERE ${HERE}`, 'selects "*"'],
  ['a column with a name, but without AS', `SELECT n.text t FROM notes_note n WHERE ${HERE}`, 'has «t»'],
  [
    'a function of one database',
    `SELECT LOAD_FILE('/etc/passwd') AS a FROM notes_note n WHERE ${HERE}`,
    'calls LOAD_FILE',
  ],
  ['a function that differs', `SELECT LOWER(n.text) AS a FROM notes_note n WHERE ${HERE}`, 'calls LOWER'],
  ['a space before a bracket', `SELECT COUNT (*) AS a FROM notes_note n WHERE ${HERE}`, 'has a space between COUNT'],
  ['MAX of two', `SELECT MAX(1, 2) AS a FROM notes_note n WHERE ${HERE}`, 'has «,»'],
  ['a division', `SELECT n.number / 2 AS a FROM notes_note n WHERE ${HERE}`, 'divides'],
  ['a number that is none', `${AND} AND n.number = 1e5`, 'cannot be read at «1e5»'],
  ['no table', 'SELECT 1 AS one', 'has its end where FROM is expected'],
  [
    'LIMIT in a subquery of IN',
    `${AND} AND n.id IN (SELECT n.id FROM notes_note n WHERE ${HERE} LIMIT 1)`,
    'has LIMIT',
  ],
  ['a list that is a value, too', `${AND} AND n.id IN (:id) AND n.text = :id`, 'has :id as a list and as a value'],
  ['two values beside each other', `${AND} AND n.number = 1 2`, 'has «2»'],
  ['a bracket too few', `${AND} AND (n.number = 1`, 'has its end where ")" is expected'],
  ['a bracket too many', `${AND})`, 'has «)» where the end is expected'],
])('T6: what the host does not understand, or one database alone, is refused: %s', (_, sql, sentence) => {
  expect(() => readQuery(sql)).toThrow(sentence);
});
