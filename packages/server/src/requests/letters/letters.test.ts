import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LETTER_COMMANDS } from '@sunlit/contract';
import { OUTCOMES, REMEDIES, feeLines, type OutcomeRule } from '@sunlit/rules';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { compose, remedyInWords, replyValues, unknownPlaceholders } from './compose.ts';
import { LETTER_POLICY, renderLetter, type Letter } from './render.ts';
import { DECIDED_OUTCOMES, TEMPLATES, TEMPLATE_NAMES, templateOf, type TemplateName } from './templates.ts';
import { GROUNDS, dayInWords, dayOfIssue, feeInWords, inFull, wantedInWords } from './words.ts';

const common = { agency: '清河市水利局', on: '2026-03-09' } as const;
/** A value for every placeholder that any template knows. */
const everything = Object.fromEntries(TEMPLATE_NAMES.flatMap((name) => TEMPLATES[name].placeholders.map((placeholder) => [placeholder, `值${placeholder}`])));
const valuesFor = (name: TemplateName) => (name in OUTCOMES ? { ...everything, ...replyValues({ outcome: name as keyof typeof OUTCOMES, grounds: '理由所在', pointsTo: '市政府网站', withheld: [{ what: '姓名', ground: 'E15_THIRD' }] }) } : everything);

/** Every text of a DOCX, one part after another; each part is parsed as far as tags go. */
function textsOf(docx: Uint8Array): { readonly parts: Record<string, string>; readonly text: string } {
  const parts = Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const text = [...(parts['word/document.xml'] ?? '').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, inner = '']) => unescaped(inner)).join('\n');
  return { parts, text };
}
const unescaped = (xml: string) => xml.replaceAll(/&(?:#(\d+)|(lt|gt|quot|apos|amp));/g, (_, code: string, name: string) => (code ? String.fromCharCode(Number(code)) : { lt: '<', gt: '>', quot: '"', apos: '\'', amp: '&' }[name] ?? ''));
const shownBy = (html: string) => unescaped(html.replace(/<style>[^]*<\/style>/, '').replaceAll(/<[^>]*>/g, '\n'));

test('every letter command and every outcome that is decided has a template, and no other', () => {
  const notices = LETTER_COMMANDS.flatMap((command) => (command === 'decide' ? [] : command === 'consult' ? ['consult-third-party', 'consult-co-maker'] : [command]));
  assert.deepEqual([...TEMPLATE_NAMES].sort(), [...notices, ...Object.entries(OUTCOMES).flatMap(([outcome, { by }]) => (by === 'decision' ? [outcome] : []))].sort());
  for (const name of TEMPLATE_NAMES) {
    const { body, fixed } = TEMPLATES[name];
    assert.match(name, /^[a-z-]{1,40}$/);
    assert.deepEqual(unknownPlaceholders(name, body + fixed), [], name);
    assert.deepEqual(compose({ ...common, template: name, values: valuesFor(name) }).missing, [], name);
    assert.ok(!/[{}]/.test(compose({ ...common, template: name, values: valuesFor(name) }).body), name);
  }
  assert.equal(templateOf({ command: 'consult', party: 'co-maker' }), 'consult-co-maker');
  assert.equal(templateOf({ command: 'decide', outcome: 'repeat' }), 'repeat');
});

test('a reply carries its remedy, its article and its ground, whatever anybody words', () => {
  const wording = fc.oneof(fc.string(), fc.constantFrom('', '不予公开。', '不得申请复议。\n\n{applicant}', '{grounds}'));
  fc.assert(fc.property(fc.constantFrom(...DECIDED_OUTCOMES), wording, fc.boolean(), (outcome, words, officer) => {
    const rule: OutcomeRule = OUTCOMES[outcome];
    const { fixed } = compose({ ...common, template: outcome, values: valuesFor(outcome), body: officer ? { text: words } : { wording: words } });
    assert.ok(rule.remedy !== undefined && fixed.includes(remedyInWords(rule.remedy)), outcome);
    assert.match(fixed, rule.remedy === 'reconsider-first' ? /六十日内先向.*行政复议.*十五日内/ : /六十日内.*也可以.*六个月内/);
    assert.ok(fixed.includes(inFull(REMEDIES[rule.remedy].article)) && fixed.includes(`依据：${inFull(rule.article)}`) && fixed.includes('理由：理由所在'), fixed);
    if (rule.needs.includes('withheld')) assert.ok(fixed.includes('1. 姓名：涉及商业秘密') && fixed.includes('第十五条'), fixed);
    if (rule.needs.includes('points-to')) assert.ok(fixed.includes('市政府网站'), fixed);
    assert.ok(fixed.endsWith('清河市水利局\n二〇二六年三月九日'), fixed);
  }));
});

test('the remedy names where it leads, if the agency says so', () => {
  const { fixed } = compose({ ...common, template: 'denied-law', values: valuesFor('denied-law'), places: { reconsideration: '清河市人民政府', court: '清河市中级人民法院' } });
  assert.ok(fixed.includes('先向清河市人民政府申请行政复议') && fixed.includes('向清河市中级人民法院提起行政诉讼'), fixed);
});

test('only what may be challenged tells a remedy: notices of correction and extension do not (国办函〔2021〕132号)', () => {
  const telling = TEMPLATE_NAMES.filter((name) => compose({ ...common, template: name, values: valuesFor(name) }).fixed.includes('行政复议'));
  assert.deepEqual(telling, ['override', ...DECIDED_OUTCOMES]);
});

test('what is not known is missing, by name, and stays in braces', () => {
  const { body, fixed, missing } = compose({ ...common, template: 'ask-correction', values: { ...everything, points: undefined, contact: ' ', applicant: '张' } });
  assert.deepEqual(missing.sort(), ['contact', 'points']);
  assert.ok(fixed.includes('{points}') && body.startsWith('张：'));
  for (const [outcome, absent] of [['denied-law', 'grounds'], ['already-public', 'pointsTo'], ['partial', 'withheld'], ['repeat', 'grounds']] as const) {
    assert.deepEqual(compose({ ...common, template: outcome, values: { ...valuesFor(outcome), [absent]: '' } }).missing, [absent]);
  }
  // Grounds are not asked of a grant, but said when there are any.
  assert.deepEqual(compose({ ...common, template: 'granted', values: { ...valuesFor('granted'), grounds: '' } }).missing, []);
  // An officer's letter in which nothing was filled in does not go out either.
  assert.deepEqual(compose({ ...common, template: 'extend', values: { ...everything, reason: '' }, body: { text: '因{reason}延期。' } }).missing, ['reason']);
});

test('an agency’s wording may name what its template knows, and nothing else', () => {
  assert.deepEqual(unknownPlaceholders('extend', '{applicant}：因{reason}{Reason}{ due }{},再{Reason}'), ['Reason', ' due ', '']);
  for (const name of ['consult-third-party', 'consult-co-maker', 'override'] as const) {
    assert.deepEqual(unknownPlaceholders(name, '{applicant}{receiptNo}{wanted}{submittedOn}{name}'), ['applicant', 'receiptNo', 'wanted', 'submittedOn'], 'to others, nothing of the applicant');
  }
});

test('what people wrote in braces is what they wrote, and is not filled in', () => {
  const braces = fc.array(fc.constantFrom('{', '}', '{applicant}', '{wanted}', '{{agency}}', '$&', '$1', '字'), { minLength: 1 }).map((parts) => parts.join(''));
  fc.assert(fc.property(braces, braces, (wanted, grounds) => {
    const values = { ...valuesFor('denied-law'), wanted, grounds, applicant: '甲' };
    const { body, fixed, missing } = compose({ ...common, template: 'denied-law', values });
    assert.deepEqual(missing, []);
    assert.ok(body.includes(`申请公开的内容为：${wanted}。`) && fixed.includes(`理由：${grounds}\n`));
    assert.equal(compose({ ...common, template: 'denied-law', values, body: { text: body } }).body, body);
  }));
});

test('days, titles and fees as letters say them', () => {
  assert.deepEqual(['2026-03-09', '2026-10-10', '2026-11-30', '2031-12-21'].map(dayOfIssue), ['二〇二六年三月九日', '二〇二六年十月十日', '二〇二六年十一月三十日', '二〇三一年十二月二十一日']);
  assert.equal(dayInWords('2026-03-09'), '2026年3月9日');
  assert.equal(wantedInWords({ title: '《采砂规划》', docNo: '清水〔2026〕1号', description: '全文' }), '《采砂规划》（清水〔2026〕1号）');
  assert.equal(wantedInWords({ description: '一\n\n清河市水利局\n二〇二六年' }), '一 清河市水利局 二〇二六年', 'nobody’s text makes a signature');
  assert.equal(feeInWords({ scale: 'cases', lines: feeLines({ scale: 'cases', before: 9, cases: 23 }) }), '第10件：不收费\n第11件至第30件：每件100元，计2000元\n第31件至第32件：每件200元，计400元');
  for (const { article } of Object.values(GROUNDS)) assert.match(article, /^第十[四五六]条/);
});

const letter = (body: string): Letter => ({ title: '政府信息公开答复书', docNo: '清水公开〔2026〕第1号', body, fixed: '依据：条例。\n\n清河市水利局\n二〇二六年三月九日' });

test('a page and a DOCX file say the same, and hold nothing from elsewhere', async () => {
  for (const name of TEMPLATE_NAMES) {
    const { title, body, fixed } = compose({ ...common, template: name, values: valuesFor(name) });
    const made = { title, docNo: '清水公开〔2026〕第1号', body, fixed };
    const html = new TextDecoder().decode(await renderLetter(made, 'html'));
    const { parts, text } = textsOf(await renderLetter(made, 'docx'));
    const lines = [title, '清水公开〔2026〕第1号', ...body.split(/\n+/), ...fixed.split(/\n+/)];
    assert.deepEqual(text.split('\n'), lines, name);
    assert.deepEqual(shownBy(html).split(/\n+/).filter((line) => line !== '').slice(1), lines, name);
    assert.ok(!/<script|\son\w+=|https?:|src=|href=|url\(|@import|style="/i.test(html), name);
    for (const [part, xml] of Object.entries(parts)) {
      assert.ok(!/TargetMode="External"/.test(xml), part);
      assert.doesNotMatch(xml, /Un-named/, part);
    }
    assert.match(parts['word/document.xml'] ?? '', /<w:pgSz w:w="11906" w:h="16838"/);
  }
  assert.match(LETTER_POLICY, /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'/);
});

test('markup, halves of characters and marks of direction are text, or nothing', async () => {
  const odd = fc.array(fc.constantFrom('<script>alert(1)</script>', '</style>', '&amp;', '"', '\'', ']]>', '\u202e', '\u2066', '\u0000', '\u0008', '\ud800', '\udc00', '\ufffe', '𠮷', '字', ' ', '</w:t>', '\u2028'), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  await fc.assert(fc.asyncProperty(odd, async (text) => {
    const html = new TextDecoder().decode(await renderLetter(letter(`甲：\n\n前${text}后`), 'html'));
    const docx = textsOf(await renderLetter(letter(`甲：\n\n前${text}后`), 'docx'));
    assert.deepEqual(html.match(/<\/?(script|style|w:t)\b/g), ['<style', '</style']);
    for (const whole of [html, docx.parts['word/document.xml'] ?? '']) assert.doesNotMatch(whole, /[\u0000-\u0008\u202e\u2066\ufffe]/);
    const kept = text.toWellFormed().replaceAll(/[\u0000\u0008\u202e\u2066\ufffe]/g, '').replaceAll('\u2028', '\n');
    assert.ok(shownBy(html).replaceAll(/\s+/g, '').includes(`前${kept}后`.replaceAll(/\s+/g, '')), html);
    assert.ok(docx.text.replaceAll(/\s+/g, '').includes(`前${kept}后`.replaceAll(/\s+/g, '')));
  }), { numRuns: 40 });
});
