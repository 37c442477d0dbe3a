// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { defineBrick } from '../../../api/brick.js';
import { content } from '../../../api/content.js';
import { json } from '../../../api/http.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { brickWith } from '../../bricks/bricks-for-tests.js';
import { currentBrick } from '../../infra/util/brick-scope.js';
import { LIMITS } from '../../infra/util/limits.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { replyBrick } from '../reply-brick-for-tests.js';

let finish = (): void => undefined;
const finished = new Promise<void>((resolve) => (finish = resolve));
const late = Readable.from(['too late']);
const FILE = { name: 'late.txt', bytes: 8, etag: 'first', modifiedAt: new Date(0) };
let opened = 0;

const slow = defineBrick({ ...replyBrick.manifest, id: 'slow' }, ({ http }) => {
  http.get('/hangs', { access: 'read' }, () => new Promise(() => undefined));
  http.get('/load', { access: 'read', load: () => new Promise(() => undefined) }, () => json({}));
  http.get('/late', { access: 'read' }, async () => {
    await finished;
    return content({ ...FILE, open: () => Readable.from([`${(opened += 1)}`]) });
  });
  http.get('/late-open', { access: 'read' }, () => {
    const open = async (): Promise<Readable> => {
      await finished;
      return late;
    };
    return content({ ...FILE, open });
  });
  http.post('/upload', { access: 'read', upload: { maxFiles: 1 } }, async () => {
    await finished;
    return json({ as: currentBrick() });
  });
  http.get('/fails', { access: 'read' }, async () => {
    await finished;
    throw new Error('too late as well');
  });
});

const web = await bootWebHost({ bricks: [slow, brickWith({ id: 'quick' })], limits: { ...LIMITS, request: 200 } });
const Cookie = await web.cookieOf('teacher');
afterAll(() => web.stop());

function ask(path: string, method = 'GET'): Promise<Answer> {
  const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'multipart/form-data; boundary=x' };
  return web.send(`/s/${SCHOOL}/slow${path}`, { method, headers });
}

test('P11: a request that hangs is answered 503 and logged; a reply or a stream that comes later is dropped; uploads may last', async () => {
  const upload = ask('/upload', 'POST');
  const answers = await Promise.all(['/hangs', '/load', '/late', '/late-open', '/fails'].map((path) => ask(path)));
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
  const reported = web.lines.flatMap(({ fields }) => (fields['err'] instanceof Error ? fields['err'].message : []));
  expect(reported).toContain('GET /hangs of slow does not answer: it took longer than 0.2 s.');
  expect(reported).toContain('GET /late-open of slow does not open its content: it took longer than 0.2 s.');

  const closed = once(late, 'close');
  finish();
  await closed;
  expect(opened).toBe(0);
  expect((await upload).text).toBe('{"as":"slow"}');
});
