// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { certificateFile, duration } from '../../../api/setting-types.js';
import { describeSettings } from './describe-settings.js';
import { jsonSchemaOf } from './json-schema.js';
import { settingsReference } from './settings-reference.js';
import { settingsSchema } from './settings.schema.js';

const server = {
  url: z.url().describe('Where it is.'),
  password: z.string().meta({ description: 'What opens it.', secret: true }),
};

const sample = z.strictObject({
  days: z.int().min(1).max(31).default(7).describe('How many days.'),
  wait: duration({ min: '1s', max: '1h' }).prefault('30s').describe('How long.'),
  ca: certificateFile.optional().describe('Whom to trust.'),
  look: z.enum(['plain', 'bright']).default('plain').describe('How it looks.'),
  loud: z.boolean().default(false).describe('Whether | it is heard.'),
  mail: z.strictObject(server).optional().describe('The server.'),
  rooms: z.record(z.string(), z.strictObject({ seats: z.int().describe('How many sit.') })).describe('By name.'),
});

test('each key, with what is written there in words, its default, and whether it is secret', () => {
  const rows = describeSettings(jsonSchemaOf(sample)).map((key) => [
    key.path,
    key.type,
    key.required ? 'required' : (key.default ?? ''),
    key.secret,
  ]);
  expect(rows).toEqual([
    ['days', 'whole number from 1 to 31', '7', false],
    ['wait', 'time from 1s to 1h', '30s', false],
    ['ca', 'path of a PEM file', '', false],
    ['look', '`plain`, `bright`', 'plain', false],
    ['loud', '`true` or `false`', 'false', false],
    ['mail', 'the keys below', '', false],
    ['mail.url', 'address', 'required', false],
    ['mail.password', 'text', 'required', true],
    ['rooms', 'names, each with its keys', 'required', false],
    ['rooms.<name>.seats', 'whole number', 'required', false],
  ]);
});

test('of two forms, the second tells only what the first does not', () => {
  const one = z.strictObject(server);
  const several = z.strictObject({ servers: z.record(z.string(), one).describe('Several.') });
  const schema = z.unknown().meta(z.toJSONSchema(z.union([one, several]), { io: 'input' }));
  expect(describeSettings(jsonSchemaOf(schema)).map(({ path }) => path)).toEqual(['url', 'password', 'servers']);
  expect(settingsReference([{ title: 'acme', schema }])).toContain('with `url`, `password`; or with `servers`');
});

test('the Markdown: a section for each part, no value can end its cell', () => {
  const text = settingsReference([
    { title: 'acme', schema: sample },
    { title: 'none', schema: z.strictObject({}) },
  ]);
  expect(text).toMatch(/^## acme\n\n\| Key \| /);
  expect(text).toContain('| `loud` | `true` or `false` | `false` | Whether \\| it is heard. |\n');
  expect(text).toContain('| `mail.password` | text; **secret**, or `file:/path` | required | What opens it. |\n');
  expect(text).toMatch(/## none\n\nNo settings: write `\{\}`\.\n$/);
});

test('each key of the host is described', () => {
  const keys = describeSettings(jsonSchemaOf(settingsSchema));
  expect(keys.filter(({ description }) => description === '')).toEqual([]);
  expect(keys.filter(({ secret }) => secret).map(({ path }) => path)).toEqual([
    'session.secret',
    'metrics.token',
    'mail.url',
  ]);
});
