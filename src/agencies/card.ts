import type { Agency } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../shared/i18n.ts';
import { contentIcons } from '../shared/content-icons.ts';
import type { AgenciesKey } from './strings/index.ts';

type Say = Translate<AgenciesKey>;

const fact = (label: string, value: unknown) => (value === undefined ? nothing : html`<div class="fact"><dt>${label}</dt><dd>${value}</dd></div>`);

const callable = (number: string) => html`<a href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a>`;

/** Address, hours, phones: what a person needs before setting out (Reg. 20(2)). */
export const contact = (t: Say, agency: Agency): TemplateResult => html`<dl class="facts">
  ${fact(t('address'), agency.address)}
  ${fact(t('hours'), agency.hours)}
  ${agency.phones.length > 0 ? fact(t('phones'), html`<ul>${agency.phones.map(({ label, number }) => html`<li>${contentIcons.phone} ${label} ${callable(number)}</li>`)}</ul>`) : nothing}
  ${fact(t('email'), agency.email && html`<a href="mailto:${agency.email}">${agency.email}</a>`)}
  ${fact(t('website'), agency.website && html`<a href=${agency.website} rel="noopener">${agency.website}</a>`)}
</dl>`;

/** Posts and portfolios; a name only where the agency gives one. */
export const leaders = (t: Say, agency: Agency): TemplateResult | typeof nothing =>
  agency.leaders.length === 0
    ? nothing
    : html`<section>
        <h3>${t('leaders')}</h3>
        <ul class="cards">
          ${agency.leaders.map(
            ({ post, name, portfolio, phone }) => html`<li class="card">
              <p class="strong">${contentIcons.person} ${post}${name ? html` <span>${name}</span>` : nothing}</p>
              ${portfolio ? html`<p><span class="hidden-text">${t('portfolio')}</span>${portfolio}</p>` : nothing}
              ${phone ? html`<p class="small">${contentIcons.phone} ${callable(phone)}</p>` : nothing}
            </li>`,
          )}
        </ul>
      </section>`;

export const venues = (t: Say, agency: Agency): TemplateResult | typeof nothing =>
  agency.venues.length === 0
    ? nothing
    : html`<section>
        <h3>${t('venues')}</h3>
        <ul class="cards">
          ${agency.venues.map(
            (venue) => html`<li class="card">
              <p class="strong">${venue.name}</p>
              <p class="small muted">${t(`venue.${venue.type}`)}</p>
              <p>${contentIcons.place} ${venue.address}</p>
              ${venue.hours ? html`<p>${contentIcons.clock} ${venue.hours}</p>` : nothing}
              ${venue.equipment?.length ? html`<p class="small">${t('equipment', { list: venue.equipment.join('、') })}</p>` : nothing}
            </li>`,
          )}
        </ul>
      </section>`;
