import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import { examples, more } from './examples.ts';
import { render } from './markdown.ts';
import { mountWidget, part, until } from './test-context.ts';

const words = { external: '(站外链接)', table: '表格' };
const hostile = [
  '<script>window.hit = 1</script>', '<img src=x onerror="window.hit=1">', '[点我](javascript:window.hit=1)', '[点我](  JaVa\tScript:window.hit=1)', '[点我](data:text/html,<script>1</script>)',
  '[点我](vbscript:x)', '![图](javascript:window.hit=1)', '![图](https://tracker.example/p.png)', '<svg onload="window.hit=1"><style>*{display:none}</style></svg>', '<a href="javascript:window.hit=1">x</a>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>', '<https://a.example/"onmouseover="window.hit=1">', '[x](https://a.example "\\" onmouseover=window.hit=1 x=\\"")', '<div style="position:fixed;inset:0">遮住</div>',
  '```html\n<script>window.hit=1</script>\n```', '&lt;script&gt;window.hit=1&lt;/script&gt;', '<math><mtext><table><mglyph><style><img src onerror=window.hit=1>', '[![a](javascript:window.hit=1)](javascript:window.hit=1)', '<form action=/x><input name=password></form>',
  '| a | b |\n|---|---|\n| <b onclick=window.hit=1>x</b> | [y](javascript:window.hit=1) |', '- [x] <details open ontoggle=window.hit=1>',
];

describe('text from Markdown', () => {
  for (const markdown of hostile) {
    it(`keeps ${JSON.stringify(markdown).slice(0, 70)} from doing anything`, async () => {
      const { node } = render(markdown, words);
      document.body.append(node);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect((window as { hit?: unknown }).hit).to.equal(undefined);
      for (const element of node.querySelectorAll('*')) {
        expect(['script', 'img', 'svg', 'iframe', 'style', 'form', 'input', 'object', 'embed', 'math', 'details']).not.to.include(element.localName);
        for (const { name } of element.attributes) expect(['href', 'title', 'start', 'align', 'rel', 'class', 'tabindex', 'role', 'aria-label']).to.include(name);
        if (element instanceof HTMLAnchorElement && element.hasAttribute('href')) expect(['https:', 'http:', 'mailto:', 'tel:']).to.include(element.protocol);
      }
      node.remove();
    });
  }

  it('shows raw HTML as the text it is', () => {
    expect(render('正文 <b>粗</b> <script>x</script>', words).node.textContent.trim()).to.equal('正文 <b>粗</b> <script>x</script>');
    expect(render('<div>\n块\n</div>', words).node.textContent.replace(/\s/g, '')).to.equal('<div>块</div>');
  });

  it('marks links that lead away and leaves the others alone', () => {
    const { node } = render('[外](https://elsewhere.example/a) [内](/docs/1) [信](mailto:open@example.gov.cn) [电](tel:12345)', words);
    const links = [...node.querySelectorAll('a')];
    expect(links.map((link) => [link.getAttribute('href'), link.rel, link.classList.contains('external')])).to.deep.equal([
      ['https://elsewhere.example/a', 'noopener noreferrer', true], ['/docs/1', 'noopener noreferrer', false], ['mailto:open@example.gov.cn', 'noopener noreferrer', false], ['tel:12345', 'noopener noreferrer', false],
    ]);
  });

  it('keeps headings in order below those of the widget', () => {
    expect(render('# 一\n### 二\n###### 三', words).headings.map(({ level }) => level)).to.deep.equal([4, 6, 6]);
  });

  it('has a table of contents from three headings on, that moves the focus', async () => {
    const element = await mountWidget(html`<sunlit-disclosure .disclosure=${examples.normative}></sunlit-disclosure>`);
    const entries = [...element.renderRoot.querySelectorAll<HTMLElement>('.contents button')];
    expect(entries.map((entry) => entry.textContent)).to.deep.equal(['第一章 总则', '第二章 许可', '第三章 禁采', '第四章 监督检查和责任', '第五章 附则']);
    entries[2]?.click();
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('第三章 禁采');
    const short = await mountWidget(html`<sunlit-disclosure .disclosure=${more.repealed}></sunlit-disclosure>`);
    expect(short.renderRoot.querySelector('.contents')).to.equal(null);
  });
});

describe('hostile records', () => {
  it('show markup and direction overrides in titles as text that stays in its place', async () => {
    const title = '<img src=x onerror=alert(1)>\u202e废止\u202c <b>公告</b>';
    const element = await mountWidget(html`<sunlit-disclosure .disclosure=${{ ...examples.notice, title, summary: '<script>1</script>' }}></sunlit-disclosure>`);
    expect(part(element, '#title').textContent).to.equal(title);
    expect(part(element, '#title').children[0]?.localName).to.equal('bdi');
    expect(element.renderRoot.querySelector('img, script')).to.equal(null);
  });

  it('lead nowhere that runs, whatever the contract promised', async () => {
    const element = await mountWidget(html`<sunlit-disclosure api="https://api.test" .disclosure=${{
      ...examples.clarification,
      basis: [{ title: '依据', url: 'javascript:alert(1)' }],
      attachments: [{ name: '..', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) }],
      fields: { ...examples.clarification.fields, evidence: [{ title: '证据', url: 'data:text/html,x' }, { title: '证据二', url: '//elsewhere.example' }] },
    }}></sunlit-disclosure>`);
    for (const link of element.renderRoot.querySelectorAll('a')) expect(link.protocol, link.outerHTML).to.match(/^https?:$/);
    expect(element.renderRoot.textContent).to.contain('证据二');
    expect(element.renderRoot.querySelector('a.file')).to.equal(null);
  });
});

describe('a page with a strict policy', () => {
  it('shows text, drawings, QR code and a copy to print, and breaks no rule', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${location.origin}; style-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types lit-html dompurify"><body><script type="module" src="${new URL('./define.ts', import.meta.url).href}"></script>`;
    const broken: string[] = [];
    document.body.append(frame);
    const inner = await until(() => frame.contentDocument?.querySelector('script') && frame.contentDocument);
    inner.addEventListener('securitypolicyviolation', (event) => broken.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    await until(() => view?.customElements.get('sunlit-disclosure'));
    for (const disclosure of [examples.normative, examples.service, examples.statistics]) {
      const element = inner.createElement('sunlit-disclosure');
      element.disclosure = disclosure;
      inner.body.append(element);
      await until(() => element.shadowRoot?.querySelector(disclosure.body === '' ? '.item' : '.prose p'));
      part(element, '[data-action="qr"]').click();
      await until(() => element.shadowRoot?.querySelector('svg.qr path'));
      let printed = 0;
      const real = inner.body.append.bind(inner.body);
      inner.body.append = (...nodes) => {
        real(...nodes);
        const [child] = nodes;
        if (child instanceof (view ?? window).HTMLIFrameElement && child.contentWindow) child.contentWindow.print = () => { printed += 1; };
      };
      await element.print();
      const copy = inner.querySelector('iframe');
      expect(printed).to.equal(1);
      expect(copy?.contentDocument?.querySelector('#title')?.textContent).to.equal(disclosure.title);
      copy?.remove();
      element.remove();
    }
    expect(broken).to.deep.equal([]);
    frame.remove();
  });
});
