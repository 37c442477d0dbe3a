// SPDX-License-Identifier: EUPL-1.2
import type { CasAccount } from './cas-account.js';
import type { CasAnswer } from './cas-exchange.js';
import { flock } from './flock.js';
import { Html, html } from './html.js';
import { page } from './page.js';

export interface LoginPage {
  accounts: readonly CasAccount[];
  service: string | undefined;
  /** The way in which the ticket is returned to the service (CAS 3.0 §2.1.1). */
  method?: string | undefined;
  /** A sentence above the choice, after a failed login. */
  problem?: string;
}

/** The login page, on which a newcomer chooses a person. Each person is a button of one form. */
export function loginPage({ accounts, service, method, problem }: LoginPage): CasAnswer {
  const featured = accounts.filter((account) => account.isFeatured);
  const others = accounts.filter((account) => !account.isFeatured);
  const main = html`
    <div class="hero">
      <div>
        <h1>Connexion (ENVOLE d’essai)</h1>
        <p class="lead">Choisissez qui vous êtes&nbsp;: tout le monde est inventé, aucun mot de passe n’est demandé.</p>
      </div>
      ${flock()}
    </div>
    ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
    <form method="post" action="/login">
      ${service !== undefined && html`<input type="hidden" name="service" value="${service}" />`}
      ${method !== undefined && html`<input type="hidden" name="method" value="${method}" />`}
      ${groupBy(featured, schoolOf).map(([school, people]) => featuredSchool(school, people))}
      ${others.length > 0 && everybodyElse(others)}
    </form>
  `;
  return page({
    title: 'Connexion (ENVOLE d’essai)',
    main,
    service,
    ...(problem === undefined ? {} : { status: 401 }),
  });
}

function featuredSchool(school: string, people: readonly CasAccount[]): Html {
  return html`<section>
    <h2>${school}</h2>
    <ul class="cards">
      ${people.map(
        (account) =>
          html`<li>
            <button class="card" name="login" value="${account.login}">
              ${avatar(account)}${words(account)}${arrow()}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function everybodyElse(accounts: readonly CasAccount[]): Html {
  return html`<details>
    <summary>
      <h2>Toutes les personnes</h2>
      <span class="soft">${accounts.length} de plus</span>
    </summary>
    ${groupBy(accounts, schoolOf).map(
      ([school, people]) =>
        html`<section>
          <h3>${school}</h3>
          ${groupBy(people, circleOf).map(
            ([circle, members]) =>
              html`<h4>${circle}</h4>
                <ul class="rows">
                  ${members.map(
                    (account) =>
                      html`<li>
                        <button class="row" name="login" value="${account.login}">${words(account, circle)}</button>
                      </li>`,
                  )}
                </ul>`,
          )}
        </section>`,
    )}
  </details>`;
}

function avatar({ displayName, attributes }: CasAccount): Html {
  const initials = displayName
    .split(' ')
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  return html`<span class="avatar ${profileOf(attributes)}" aria-hidden="true">${initials}</span>`;
}

// The headings already name the school, and the class of a pupil.
function words({ displayName, role, school }: CasAccount, circle?: string): Html {
  const rest = role.replace(`, ${school}`, '');
  const isSaid = circle !== undefined && rest === `Élève, ${circle}`;
  return html`<span class="words"
    ><strong>${displayName}</strong>${!isSaid && html` <span class="soft">${keptTogether(rest)}</span>`}</span
  >`;
}

// « d’Inès (CM1-CM2) » must not break at its hyphen.
function keptTogether(role: string): Html[] {
  const parts = role.split(/((?:de )?\S+ \([^)]*\))/);
  return parts.map((part, index) => (index % 2 === 1 ? html`<span class="together">${part}</span>` : html`${part}`));
}

function arrow(): Html {
  return new Html(
    '<svg class="arrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8h11M9 3.5 13.5 8 9 12.5"/></svg>',
  );
}

function schoolOf({ school = 'Ailleurs' }: CasAccount): string {
  return school;
}

function circleOf({ attributes }: CasAccount): string {
  const profile = profileOf(attributes);
  if (profile === 'eleve') return attributes['Divcod']?.[0] ?? 'Élèves';
  return profile === 'responsable' ? 'Familles' : 'Équipe';
}

function profileOf(attributes: CasAccount['attributes']): string {
  return attributes['ENTPersonProfils']?.[0] ?? '';
}

function groupBy(accounts: readonly CasAccount[], key: (account: CasAccount) => string): [string, CasAccount[]][] {
  const groups = new Map<string, CasAccount[]>();
  for (const account of accounts) groups.set(key(account), [...(groups.get(key(account)) ?? []), account]);
  return [...groups];
}
