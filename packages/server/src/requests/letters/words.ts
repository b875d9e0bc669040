import type { Day, Exemption, RequestContent, Wanted } from '@sunlit/contract';

/* How letters say days, grounds and ways: in the language of the law, whatever the language of the caller. */

const DIGITS = '〇一二三四五六七八九';

/** 2026-03-09 as 2026年3月9日, within a sentence. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 2026-03-09 as 二〇二六年三月九日, below a letter. */
export function dayOfIssue(day: Day): string {
  const [year = '', month, date] = day.split('-');
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${belowHundred(Number(month))}月${belowHundred(Number(date))}日`;
}

function belowHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** The rules name the laws by their short titles; a letter names them in full. */
export function inFull(articles: string): string {
  return articles.replaceAll(/《(政府信息公开条例|行政复议法|行政诉讼法)》/g, '《中华人民共和国$1》');
}

/** Each ground of withholding, as its article of the Regulation says it. */
export const GROUNDS: Readonly<Record<Exemption, { readonly article: string; readonly says: string }>> = {
  E14_SECRET: { article: '第十四条', says: '依法确定为国家秘密' },
  E14_LAW: { article: '第十四条', says: '法律、行政法规禁止公开' },
  E14_SAFETY: { article: '第十四条', says: '公开后可能危及国家安全、公共安全、经济安全、社会稳定' },
  E15_THIRD: { article: '第十五条', says: '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害' },
  E16_INTERNAL: { article: '第十六条第一款', says: '属于行政机关的内部事务信息' },
  E16_PROCESS: { article: '第十六条第二款', says: '属于过程性信息' },
  E16_CASEFILE: { article: '第十六条第二款', says: '属于行政执法案卷信息' },
};

export const FORMS: Readonly<Record<RequestContent['form'], string>> = { electronic: '电子文件', paper: '纸质文件', inspection: '查阅' };
export const ROUTES: Readonly<Record<RequestContent['route'], string>> = { online: '在申请查询页面下载', email: '电子邮件', post: '邮寄', counter: '当面领取', fax: '传真' };

/** What is asked for, on one line: by its title where it has one. */
export function wantedInWords({ title, docNo, description }: Wanted): string {
  const named = title === undefined ? oneLine(description) : `《${oneLine(title).replaceAll(/^《|》$/g, '')}》`;
  return docNo === undefined ? named : `${named}（${oneLine(docNo)}）`;
}

/** Somebody's text within a sentence of a letter: it must not look like a paragraph of the letter's own. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${oneLine(line)}`).join('\n');
}

/** What a fee is for, price by price. */
export function feeInWords({ scale, lines }: { readonly scale: 'cases' | 'pages'; readonly lines: readonly { readonly first: number; readonly last: number; readonly each: number; readonly yuan: number }[] }): string {
  const unit = scale === 'cases' ? '件' : '页';
  return lines.map(({ first, last, each, yuan }) => {
    const span = first === last ? `第${first}${unit}` : `第${first}${unit}至第${last}${unit}`;
    return each === 0 ? `${span}：不收费` : `${span}：每${unit}${each}元，计${yuan}元`;
  }).join('\n');
}
