import { expect } from '@open-wc/testing';
import { configurationOf, isWall } from './configuration.ts';

const at = (time: string) => new Date(`2026-03-09T${time}:00`);

describe('config.json', () => {
  it('names an agency, and everything else may be left out', () => {
    expect(() => configurationOf({})).to.throw('names no agency');
    const { agency, requests, language, idleSeconds, printing, windows, wall, box } = configurationOf({ agency: 'liuhe-tuanjie' });
    expect([agency, requests, language, idleSeconds, printing, windows, wall, box]).to.deep.equal(['liuhe-tuanjie', 'liuhe-tuanjie', 'zh-CN', 90, 'slip', [], undefined, false]);
  });

  it('gives way to the address of the page, which cannot make the screen too hasty', () => {
    const query = new URLSearchParams('agency=qinghe&mode=wall&idle=1');
    const { agency, wall, idleSeconds } = configurationOf({ agency: 'liuhe-tuanjie', idleSeconds: 120 }, query);
    expect([agency, wall, idleSeconds]).to.deep.equal(['qinghe', 'always', 15]);
    expect(configurationOf({ agency: 'a', idleSeconds: 'soon' as unknown as number }).idleSeconds).to.equal(90);
    expect(configurationOf({ agency: 'a', language: 'fr' as never }).language).to.equal('zh-CN');
  });

  it('makes a wall of the screen for some hours, also over midnight', () => {
    const wall = [{ from: '18:00', until: '08:00' }, { from: '12:00', until: '13:00' }];
    expect(['07:59', '08:00', '12:30', '13:00', '17:59', '18:00', '23:59', '00:00'].filter((time) => isWall({ wall }, at(time)))).to.deep.equal(['07:59', '12:30', '18:00', '23:59', '00:00']);
    expect(isWall({ wall: 'always' }, at('10:00'))).to.equal(true);
    expect(isWall({}, at('10:00'))).to.equal(false);
  });
});
