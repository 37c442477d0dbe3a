// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import { findJoinedTo } from '../../domain/directory/is-joined.js';
import { isReading } from '../path-after-login.js';
import { sendError } from '../send-error.js';
import { visitorOf } from '../visitor.js';
import { withoutParameter } from '../without-parameter.js';
import { showKeptForm, type KeptFormContext } from './show-kept-form.js';
import { MARK, noteMark } from '../typist.js';

/**
 * Accepts a kept form from its author alone, also after a login of somebody else. The mark in its address only takes rights away: without
 * it the form is sent like any other of the person of the session. Runs after the visitor is known, and before every route.
 */
export function bindKeptForms(context: KeptFormContext): RequestHandler {
  return async (request, response, next) => {
    const { [MARK]: mark } = request.query;
    if (mark === undefined || isReading(request)) return next();
    const typist = typeof mark === 'string' ? context.lastPerson.open(mark) : undefined;
    noteMark(request, typist);
    request.url = withoutParameter(request.url, MARK);
    const { person } = visitorOf(request);
    if (!person || person.id === typist) return next();
    // The record of the author may have been joined to that of the person of this session (ADR 123).
    const { unitOfWork } = context.database;
    if (typist !== undefined && (await findJoinedTo(unitOfWork, typist)) === person.id) return next();
    if (await showKeptForm(context, request, response, 'other')) return;
    return sendError(context, request, response, 'otherPerson');
  };
}
