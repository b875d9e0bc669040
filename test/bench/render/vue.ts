import { compile, createApp } from 'vue';
import { dayName, kindName, measureWith, tone, validityName } from './stage.ts';

// Compiled before the clock starts, as a build would have done.
const render = compile(`<ol class="rows"><li v-for="row in rows" :key="row.id"><article class="row">
  <h3><button class="title" type="button" :data-id="row.id"><bdi>{{ row.title }}</bdi></button></h3>
  <p class="gist"><bdi>{{ row.summary }}</bdi></p>
  <p class="meta"><span class="badge">{{ kindName(row) }}</span><span v-if="row.validity !== 'in-force'" :class="'badge ' + tone(row)">{{ validityName(row) }}</span><bdi>{{ row.agency.name }}</bdi><bdi v-if="row.docNo">{{ row.docNo }}</bdi><time :datetime="row.publishedOn">{{ dayName(row) }}</time></p>
</article></li></ol>`);

measureWith((rows, list) => {
  // Frozen by the setup: Vue need not make ten thousand rows reactive.
  createApp({ render, setup: () => ({ rows: Object.freeze(rows), kindName, validityName, tone, dayName }) }).mount(list);
});
