// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { Language } from '../../api/i18n.js';
import type { Profile, School } from '../../api/people.js';
import type { Directory } from '../domain/directory/directory.js';
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

/** Identifies the user of a request. A person who was disabled or erased since is treated as logged out. */
export function recogniseVisitor(directory: Directory): RequestHandler {
  return async (request, _response, next) => {
    const person = await findPerson(directory, request.session?.personId);
    visitors.set(request, { ...preferencesOf(request), ...(person && { person }) });
    next();
  };
}

async function findPerson(directory: Directory, id: string | undefined): Promise<VisitorPerson | undefined> {
  if (id === undefined) return undefined;
  const { person, schools = [] } = (await directory.personInSchools(id)) ?? {};
  if (!person || person.disabled) return undefined;
  const { displayName, givenName, familyName } = person;
  return { id, displayName, givenName, familyName, schools };
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
