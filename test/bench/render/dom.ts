import { dayName, kindName, measureWith, tone, validityName, type Row } from './stage.ts';

// What a careful hand writes: one template, cloned and filled row by row, put into the page at once.
const template = document.createElement('template');
template.innerHTML = '<li><article class="row"><h3><button class="title" type="button"><bdi></bdi></button></h3><p class="gist"><bdi></bdi></p><p class="meta"><span class="badge"></span><bdi></bdi><time></time></p></article></li>';

function rowOf(row: Row): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const button = item.querySelector('button') as HTMLButtonElement;
  button.dataset.id = row.id;
  (button.firstChild as HTMLElement).textContent = row.title;
  (item.querySelector('.gist bdi') as HTMLElement).textContent = row.summary;
  const meta = item.querySelector('.meta') as HTMLElement;
  const [badge, agency, time] = meta.children as unknown as [HTMLElement, HTMLElement, HTMLTimeElement];
  badge.textContent = kindName(row);
  agency.textContent = row.agency.name;
  time.dateTime = row.publishedOn;
  time.textContent = dayName(row);
  if (row.validity !== 'in-force') {
    const state = document.createElement('span');
    state.className = `badge ${tone(row)}`;
    state.textContent = validityName(row);
    badge.after(state);
  }
  if (row.docNo !== undefined) {
    const number = document.createElement('bdi');
    number.textContent = row.docNo;
    time.before(number);
  }
  return item;
}

/** All rows in one list, as most pages have it; or, to tell what the grouping itself brings, in groups like ours. */
const grouped = new URL(location.href).searchParams.has('grouped');

measureWith((rows, list) => {
  const all = document.createDocumentFragment();
  const size = grouped ? 50 : rows.length;
  for (let from = 0; from < rows.length; from += size) {
    const ol = document.createElement('ol');
    ol.className = grouped ? 'rows full' : 'rows';
    for (const row of rows.slice(from, from + size)) ol.append(rowOf(row));
    all.append(ol);
  }
  list.append(all);
});
