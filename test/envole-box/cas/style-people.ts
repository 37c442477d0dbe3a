// SPDX-License-Identifier: EUPL-1.2

/** The choice of a person: cards, and the rows of everybody else. */
export const stylePeople = `
section {
  margin-top: 2.25rem;
}
.cards {
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
  gap: 0.875rem;
  margin-top: 0.875rem;
}
.cards > li {
  display: grid;
}
.card {
  display: flex;
  align-items: center;
  gap: 1rem;
  min-height: 5.5rem;
  padding: 0.875rem 1.25rem 0.875rem 1rem;
  border: 1px solid var(--line);
  border-radius: 1.25rem 2.25rem 1.25rem 1.25rem;
  background: var(--surface);
  box-shadow: var(--shadow);
}
.card:hover {
  border-color: var(--accent);
  background: var(--accent-soft);
}
.card strong {
  font-size: 1.125rem;
}
.avatar {
  display: grid;
  flex: none;
  place-items: center;
  width: 3.25rem;
  height: 3.25rem;
  border-radius: 50%;
  font-weight: 700;
}
.eleve {
  background: var(--pupil-soft);
  color: var(--pupil);
}
.enseignant {
  background: var(--teacher-soft);
  color: var(--teacher);
}
.responsable {
  background: var(--guardian-soft);
  color: var(--guardian);
}
.administratif {
  background: var(--staff-soft);
  color: var(--staff);
}
.words {
  flex: 1;
  min-width: 0;
  line-height: 1.3;
  text-wrap: balance;
}
.arrow {
  flex: none;
  width: 1.25rem;
  height: 1.25rem;
  fill: none;
  stroke: var(--accent-ink);
  stroke-linecap: round;
  stroke-linejoin: round;
  stroke-width: 1.75;
  transition: transform var(--quick);
}
.card:hover .arrow {
  transform: translateX(0.25rem);
}
.words strong,
.words .soft {
  display: block;
}
.words .soft {
  font-size: 0.9375rem;
}
.together {
  white-space: nowrap;
}
.card:hover .soft,
.row:hover .soft {
  color: var(--ink);
}

details {
  margin-top: 2.75rem;
  border: 1px solid var(--line);
  border-radius: 1.25rem;
  background: var(--surface);
}
summary {
  display: grid;
  grid-template-columns: auto 1fr;
  align-content: center;
  align-items: center;
  gap: 0 0.75rem;
  min-height: 4rem;
  padding: 0.75rem 1.25rem;
  border-radius: 1.25rem;
  cursor: pointer;
  list-style: none;
}
summary::-webkit-details-marker {
  display: none;
}
@media (min-width: 30rem) {
  summary {
    grid-template-columns: auto auto 1fr;
  }
}
summary > .soft {
  grid-column-start: -2;
}
summary::before {
  grid-row: 1 / span 2;
  width: 0.5rem;
  height: 0.5rem;
  margin-inline: 0.125rem 0.25rem;
  border: solid var(--accent-ink);
  border-width: 0 2.5px 2.5px 0;
  transform: rotate(-45deg);
  transition: transform var(--quick);
  content: "";
}
details[open] > summary::before {
  transform: rotate(45deg);
}
details[open] > summary {
  border-bottom-right-radius: 0;
  border-bottom-left-radius: 0;
}
summary:hover {
  background: var(--sunken);
}
details > section {
  margin: 0;
  padding: 1.25rem;
  border-top: 1px solid var(--line);
}
h4 {
  margin-top: 1.25rem;
}
.rows {
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
  gap: 0.5rem;
  margin-top: 0.5rem;
}
.row {
  min-height: var(--touch);
  height: 100%;
  padding: 0.375rem 0.875rem;
  border: 0;
  border-radius: 0.75rem;
  background: var(--sunken);
}
.row strong {
  font-weight: 600;
}
.row:hover {
  background: var(--accent-soft);
}
.row:hover strong {
  text-decoration: underline;
  text-underline-offset: 0.18em;
}

@media (prefers-reduced-motion: reduce) {
  * {
    transition: none !important;
  }
}
@media (forced-colors: active) {
  .avatar {
    border: 1px solid;
  }
}
`;
