// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { Language } from '../../api/i18n.js';
import type { Profile, School } from '../../api/people.js';
import type { HostContext } from '../context/host-context.js';
import type { SessionPerson } from '../domain/sessions/find-session.js';
import { tokenOf } from './token-gate.js';
import { cookiesOf } from '../infra/util/cookies-of.js';

export type Theme = 'auto' | 'light' | 'dark';

export interface VisitorSchool {
  readonly school: School;
  readonly profiles: readonly Profile[];
}

export interface VisitorPerson {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly schools: readonly VisitorSchool[];
  /** Whether the person is an administrator of the platform; false for a token, which reaches no page of theirs. */
  readonly administersPlatform: boolean;
}

/** The user of a request, and their display preferences. */
export interface Visitor {
  readonly language: Language;
  readonly theme: Theme;
  /** Absent when no user is logged in. */
  readonly person?: VisitorPerson;
}

export const LANGUAGE_COOKIE = 'volee_language';
export const THEME_COOKIE = 'volee_theme';

const visitors = new WeakMap<Request, Visitor>();

export function visitorOf(request: Request): Visitor {
  return visitors.get(request) ?? { ...preferencesOf(request) };
}

type VisitorServices = Pick<HostContext, 'directory' | 'sessions'>;

/** Identifies the user of a request. A person who was disabled or erased since is treated as logged out. */
export function recogniseVisitor(context: VisitorServices): RequestHandler {
  return async (request, _response, next) => {
    const person = await findPerson(context, request);
    visitors.set(request, { ...preferencesOf(request), ...(person && { person }) });
    next();
  };
}

async function findPerson(context: VisitorServices, request: Request): Promise<VisitorPerson | undefined> {
  const known = await findKnown(context, request);
  if (!known || known.person.disabled) return undefined;
  const { person, schools, administersPlatform } = known;
  const { id, displayName, givenName, familyName } = person;
  return { id, displayName, givenName, familyName, schools, administersPlatform };
}

/** The person was read with their session; the session of a token is stored in no table. */
async function findKnown(
  { directory, sessions }: VisitorServices,
  request: Request,
): Promise<SessionPerson | undefined> {
  const personId = request.session?.personId;
  if (personId === undefined) return undefined;
  if (!tokenOf(request)) return sessions.personOf(request.session);
  const found = await directory.personInSchools(personId);
  return found && { ...found, administersPlatform: false };
}

function preferencesOf(request: Request): { language: Language; theme: Theme } {
  const cookies = cookiesOf(request);
  const theme = cookies.get(THEME_COOKIE);
  return {
    language:
      languageOf(cookies.get(LANGUAGE_COOKIE)) ?? languageOf(request.acceptsLanguages('fr', 'en') || 'fr') ?? 'fr',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

function languageOf(text: string | undefined): Language | undefined {
  return text === 'fr' || text === 'en' ? text : undefined;
}
