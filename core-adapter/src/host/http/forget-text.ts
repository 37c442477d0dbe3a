// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { HostContext } from '../context/host-context.js';
import type { KeptField } from '../domain/kept-texts/pack-fields.js';
import { asError } from '../infra/util/as-error.js';
import { sentTextOf } from './typed-in.js';
import { visitorOf } from './visitor.js';

/** Forgets the kept text of a form that was taken; a text of another page stays. A failure is logged: the form was taken all the same. */
export async function forgetText(
  { keptTexts, log }: Pick<HostContext, 'keptTexts' | 'log'>,
  request: Request,
): Promise<void> {
  const sent = sentTextOf(request);
  const { person } = visitorOf(request);
  if (!sent || !person) return;
  await keptTexts
    .discard(
      { personId: person.id, key: sent.key },
      { ...sent, isSent: true, holds: (fields) => hasSent(request, fields) },
    )
    .catch((error: unknown) => log.error({ err: asError(error) }, 'a text that was sent is still kept'));
}

/** Whether a form was sent with these fields. A browser sends the end of a line as CR LF (HTML, "constructing the entry list"). */
function hasSent(request: Request, fields: readonly KeptField[]): boolean {
  const sent = new Map<string, unknown>(Object.entries(Object(request.body) as object));
  return fields.every(([name, value]) =>
    [sent.get(name)]
      .flat()
      .some((one) => typeof one === 'string' && one.replaceAll('\r\n', '\n').trim() === value.trim()),
  );
}
