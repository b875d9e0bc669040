import { expect } from '@open-wc/testing';
import { Idle } from './idle.ts';

/** Two clocks that only the test moves: the steady one, and the one on the wall. */
class Clocks {
  readonly #now = performance.now.bind(performance);
  readonly #date = Date.now.bind(Date);
  readonly #setInterval = globalThis.setInterval;
  #steady = 1_000_000;
  #wall = 1_800_000_000_000;
  #tick: (() => void) | undefined;

  install(): void {
    performance.now = () => this.#steady;
    Date.now = () => this.#wall;
    globalThis.setInterval = ((tick: () => void) => {
      this.#tick = tick;
      return 0;
    }) as unknown as typeof setInterval;
  }

  restore(): void {
    performance.now = this.#now;
    Date.now = this.#date;
    globalThis.setInterval = this.#setInterval;
  }

  pass(seconds: number): void {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.#steady += 1000;
      this.#wall += 1000;
      this.#tick?.();
    }
  }

  /** The machine slept, or somebody set its clock. */
  jump(seconds: number): void {
    this.#wall += seconds * 1000;
    this.#tick?.();
  }
}

describe('a screen that nobody touches', () => {
  let clocks: Clocks;
  let idle: Idle;
  let told: string[];
  let resting: boolean;

  beforeEach(() => {
    clocks = new Clocks();
    clocks.install();
    told = [];
    resting = false;
    idle = new Idle({ seconds: () => 90, resting: () => resting, asking: (left) => told.push(left === undefined ? 'rests' : String(left)), wipe: () => told.push('wipes') });
    idle.start();
  });
  afterEach(() => {
    idle.stop();
    clocks.restore();
  });
  const touch = () => document.dispatchEvent(new PointerEvent('pointerdown'));

  it('asks after 90 seconds, counts 30 down, and wipes', () => {
    clocks.pass(89);
    expect(told).to.deep.equal([]);
    clocks.pass(1);
    expect(told).to.deep.equal(['30']);
    clocks.pass(29);
    expect(told.at(-1)).to.equal('1');
    clocks.pass(1);
    expect(told.slice(-2)).to.deep.equal(['rests', 'wipes']);
  });

  it('takes every touch for somebody being there, but while it asks only an answer', () => {
    clocks.pass(80);
    touch();
    clocks.pass(89);
    expect(told).to.deep.equal([]);
    clocks.pass(10);
    touch();
    clocks.pass(1);
    expect(told.at(-1)).to.equal('20');
    idle.stay();
    clocks.pass(89);
    expect(told.at(-1)).to.equal('rests');
    expect(told).not.to.include('wipes');
  });

  it('wipes at once when the clock on the wall jumps: who comes now may be somebody else', () => {
    clocks.pass(10);
    clocks.jump(60);
    expect(told).to.deep.equal([]);
    clocks.jump(3600);
    expect(told).to.deep.equal(['wipes']);
    clocks.jump(-40 * 365 * 86_400);
    expect(told).to.deep.equal(['wipes', 'wipes']);
  });

  it('does nothing while there is nobody to forget', () => {
    resting = true;
    clocks.pass(500);
    expect(told).to.deep.equal([]);
    resting = false;
    clocks.pass(89);
    expect(told).to.deep.equal([]);
  });
});
