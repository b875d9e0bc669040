import { expect } from '@open-wc/testing';
import { YEAR_2026 } from '../testing.ts';
import { readNotice } from './notice.ts';

const NOTICE = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

describe('reading a holiday notice', () => {
  it('finds in the text of the notice every day that the official calendar has', () => {
    expect(readNotice(NOTICE)).to.deep.equal({ year: YEAR_2026 });
  });

  it('reads the same from the JSON that is kept', () => {
    expect(readNotice(` ${JSON.stringify(YEAR_2026, null, 2)}\n`)).to.deep.equal({ year: YEAR_2026 });
  });

  it('follows a range over the end of a month', () => {
    expect(readNotice('2025年春节：1月28日至2月4日放假调休，1月26日、2月8日上班。')).to.deep.equal({
      year: { year: 2025, notice: '', off: ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'], work: ['2025-01-26', '2025-02-08'] },
    });
  });

  it('says what is missing instead of guessing', () => {
    const faults = ['', '{"year": 2027', '{"off": [], "work": []}', '{"year": 2027, "off": "2027-01-01", "work": []}', '1月1日放假。', '2027年的安排另行通知。'].map((text) => readNotice(text));
    expect(faults).to.deep.equal([{ fault: 'empty' }, { fault: 'syntax' }, { fault: 'no-year' }, { fault: 'no-days' }, { fault: 'no-year' }, { fault: 'no-days' }]);
  });
});
