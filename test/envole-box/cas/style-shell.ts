// SPDX-License-Identifier: EUPL-1.2

/** The styles of all pages: header, sheet, footer, headings, buttons, drawings. */
export const styleShell = `
* {
  box-sizing: border-box;
}
body {
  display: grid;
  grid-template-rows: auto 1fr auto;
  min-height: 100vh;
  min-height: 100dvh;
  margin: 0;
  background: var(--chrome);
  color: var(--ink);
  font: 400 1.0625rem/1.5 "Atkinson Hyperlegible Next", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  text-wrap: pretty;
}
header {
  display: flex;
  align-items: center;
  gap: 0.625rem;
  min-height: 4rem;
  padding: 0.5rem var(--gutter);
  font-size: 1.25rem;
  font-weight: 700;
  letter-spacing: -0.02em;
}
main {
  padding: clamp(1.5rem, 1rem + 2vw, 3rem) var(--gutter);
  border-top: 1px solid var(--line);
  background: var(--sheet);
}
main > * {
  max-width: 58rem;
  margin-inline: auto;
}
footer {
  padding: 1rem var(--gutter) 2rem;
  background: var(--sheet);
  color: var(--ink-soft);
  font-size: 0.9375rem;
  text-align: center;
}
@media (min-width: 48rem) {
  main {
    border-left: 1px solid var(--line);
    border-top-left-radius: 2.25rem;
  }
  main,
  footer {
    margin-left: 2.5rem;
  }
  header {
    padding-inline: 2.5rem;
  }
  footer {
    border-left: 1px solid var(--line);
  }
}

.bird {
  width: 3.0625rem;
  height: 2.5rem;
  overflow: visible;
}
.bird-a {
  fill: var(--accent);
}
.bird-b {
  fill: var(--messages);
}
.bird-c {
  fill: var(--livret);
}
.bird-d {
  fill: var(--guardian);
}
.bird-e {
  fill: var(--pupil);
}
.bird-f {
  fill: var(--teacher);
}
.hero {
  border-bottom: 1px solid var(--line);
}
.hero > div {
  padding-bottom: 1.25rem;
}
.flock {
  display: block;
  width: min(20rem, 72%);
  margin: 0 1rem -1px auto;
  overflow: visible;
}
@media (min-width: 48rem) {
  .hero {
    display: flex;
    align-items: end;
    gap: 2rem;
  }
  .hero > div {
    flex: 1;
    padding-bottom: 2rem;
  }
  .flock {
    flex: none;
    width: min(24rem, 40%);
    margin-right: 1.5rem;
  }
}

h1,
h2,
h3,
h4 {
  margin-block: 0;
  line-height: 1.2;
  letter-spacing: -0.012em;
  text-wrap: balance;
}
h1 {
  font-size: clamp(1.75rem, 1.5rem + 1.1vw, 2.25rem);
}
h2 {
  font-size: 1.3125rem;
}
h3 {
  font-size: 1.125rem;
}
h4 {
  color: var(--ink-soft);
  font-size: 0.9375rem;
  font-weight: 600;
  letter-spacing: 0;
}
.lead {
  margin-block: 0.5rem 0;
  color: var(--ink-soft);
  font-size: 1.125rem;
}
.lead strong {
  color: var(--ink);
}
.soft {
  color: var(--ink-soft);
  font-weight: 400;
}
.problem {
  margin-block: 1.5rem 0;
  padding: 0.875rem 1.125rem;
  border: 1px solid var(--bad);
  border-radius: 0.75rem;
  background: var(--bad-soft);
  font-weight: 600;
}

.button {
  display: inline-flex;
  align-items: center;
  min-height: var(--touch);
  margin-top: 1rem;
  padding: 0.5rem 1.125rem;
  border-radius: 0.75rem;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  text-decoration: none;
}
.button:hover {
  background: var(--accent-hover);
}

ul {
  display: grid;
  margin: 0;
  padding: 0;
  list-style: none;
}
button {
  width: 100%;
  color: inherit;
  font: inherit;
  text-align: left;
  cursor: pointer;
  transition:
    background-color var(--quick),
    border-color var(--quick),
    box-shadow var(--quick);
}
button.button {
  width: auto;
  border: 0;
  color: var(--on-accent);
  font-weight: 600;
}
:focus-visible {
  outline: 3px solid var(--ink);
  outline-offset: 2px;
}
`;
