import { createElement as h, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { dayName, kindName, measureWith, tone, validityName, type Row } from './stage.ts';

function Item({ row }: { row: Row }): ReactNode {
  return h('li', null, h('article', { className: 'row' },
    h('h3', null, h('button', { className: 'title', type: 'button', 'data-id': row.id }, h('bdi', null, row.title))),
    h('p', { className: 'gist' }, h('bdi', null, row.summary)),
    h('p', { className: 'meta' },
      h('span', { className: 'badge' }, kindName(row)),
      row.validity === 'in-force' ? null : h('span', { className: `badge ${tone(row)}` }, validityName(row)),
      h('bdi', null, row.agency.name),
      row.docNo === undefined ? null : h('bdi', null, row.docNo),
      h('time', { dateTime: row.publishedOn }, dayName(row)))));
}

// Without flushSync React renders in slices, and the time would say nothing.
measureWith((rows, list) => flushSync(() => createRoot(list).render(h('ol', { className: 'rows' }, rows.map((row) => h(Item, { key: row.id, row }))))));
