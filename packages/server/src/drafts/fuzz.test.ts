import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REVIEW_CHECKS, type Disclosure, type DisclosurePage, type Draft, type DraftState } from '@sunlit/contract';
import fc from 'fast-check';
import { onEachEngine } from '../fixture.ts';
import { complete, office, passed, type Caller } from './office.ts';
import { sweep } from './sweep.ts';

interface Attempt {
  readonly who: number;
  /** `next`: what brings the draft on as it stands. */
  readonly what: 'next' | 'create' | 'save' | 'submit' | 'recall' | 'refer' | 'return' | 'approve' | 'schedule' | 'publish' | 'discard' | 'amend' | 'withdraw' | 'repeal' | 'sweep';
  readonly which: number;
  /** How many versions ago the caller looked. */
  readonly stale: number;
}

const NEXT = { draft: 'submit', returned: 'save', review: 'approve', referred: 'approve', approved: 'publish', published: 'create', discarded: 'create' } as const satisfies Record<DraftState, string>;
const others = ['create', 'save', 'submit', 'recall', 'refer', 'return', 'approve', 'schedule', 'publish', 'discard', 'amend', 'withdraw', 'repeal', 'sweep'] as const;
const attempt: fc.Arbitrary<Attempt> = fc.record({
  who: fc.nat(),
  what: fc.oneof({ weight: 1, arbitrary: fc.constant('next' as const) }, { weight: 1, arbitrary: fc.constantFrom(...others) }),
  which: fc.nat(),
  stale: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
});

onEachEngine('any staff, any order, any version', (open) => {
  test('the public sees exactly what was published, and only texts that somebody else approved', async () => {
    const room = await office(open);
    const writers = [
      await room.person('editor', 'qinghe-water/editor'),
      await room.person('editor-reviewer', 'qinghe-water/editor', 'qinghe-water/reviewer'),
      await room.person('everything', 'qinghe-water/editor', 'qinghe-water/reviewer', 'qinghe-water/publisher'),
    ];
    const everyone = [
      ...writers,
      await room.person('reviewer', 'qinghe/reviewer'),
      await room.person('publisher', 'qinghe-water/publisher'),
      await room.person('stranger', 'qinghe-tax/editor', 'qinghe-tax/reviewer', 'qinghe-tax/publisher'),
      await room.person('supervisor', 'qinghe/supervisor'),
    ];
    const [, second, third, reviewer, publisher, , seer] = everyone as [Caller, Caller, Caller, Caller, Caller, Caller, Caller];
    const [reviewers, publishers] = [[reviewer, second, third], [publisher, third]];
    const drafts: string[] = [];
    const scheduled = new Set<string>();
    /** What must be public: titles by id; and by draft, who wrote which title and who approved it. */
    const expected = new Map<string, string>();
    const approvers = new Map<string, string>();
    const authors = new Map<string, Set<string>>();
    let written = 0;
    let published = 0;

    const look = (id: string) => seer.do<Draft>('GET', `/v1/drafts/${id}`);
    const made = (draft: Draft) => {
      const approver = approvers.get(`${draft.id} ${draft.title}`);
      assert.ok(approver !== undefined && !authors.get(draft.id)?.has(approver), `"${draft.title}" was published without a review by another`);
      expected.set(draft.disclosureId as string, draft.title);
      published += 1;
    };
    const perform = async ({ who, what: attempted, which, stale }: Attempt): Promise<void> => {
      const recent = drafts.slice(-3);
      const id = recent[which % Math.max(1, recent.length)];
      const state = id === undefined || attempted !== 'next' ? undefined : (await look(id)).state;
      const what = attempted === 'next' ? NEXT[state ?? 'published'] : attempted;
      // Mostly somebody who may, so that many drafts come to an end.
      const able = who % 4 > 0 ? (['approve', 'refer', 'return'].includes(what) ? reviewers : ['publish', 'schedule', 'withdraw', 'repeal'].includes(what) ? publishers : writers) : everyone;
      const caller = able[which % able.length] as Caller;
      if (what === 'sweep') {
        const waiting = (await Promise.all([...scheduled].map(look))).filter(({ publishOn }) => publishOn !== undefined);
        await sweep(room.store, (item, error) => assert.fail(`${JSON.stringify(item)} ${String(error)}`));
        for (const draft of await Promise.all(waiting.map((one) => look(one.id)))) {
          // What it may not publish it unschedules.
          if (draft.state === 'published') made(draft);
          else assert.equal(draft.publishOn, undefined);
        }
        return scheduled.clear();
      }
      const ids = [...expected.keys()];
      const target = ids[which % Math.max(1, ids.length)];
      const title = `文 ${++written}`;
      if (what === 'create' || id === undefined || what === 'amend') {
        const response = await caller.call('POST', '/v1/drafts', { content: complete({ title }), ...(what === 'amend' && target ? { amends: target, reason: '更正' } : {}) });
        assert.ok([200, 400, 403, 409].includes(response.status), `${what}: ${response.status}`);
        if (response.status !== 200) return;
        const draft = (await response.json()) as Draft;
        assert.ok(writers.includes(caller));
        drafts.push(draft.id);
        authors.set(draft.id, new Set([caller.id]));
        return;
      }
      if (what === 'withdraw' || what === 'repeal') {
        if (target === undefined) return;
        const { status } = what === 'withdraw'
          ? await caller.call('POST', `/v1/disclosures/${target}/withdraw`, { ground: '依据', decidedBy: '办公室' })
          : await caller.call('POST', '/v1/agencies/qinghe-water/repeals', { ids: [target], on: '2026-03-09', reason: '清理' });
        assert.ok([200, 403, 409].includes(status), `${what}: ${status}`);
        if (status === 200 && what === 'withdraw') expected.delete(target);
        return;
      }
      const before = await look(id);
      const version = Math.max(1, before.version - stale);
      const path = `/v1/drafts/${id}`;
      const more = { approve: { checks: stale % 2 === 0 ? REVIEW_CHECKS : passed.checks.slice(1) }, return: { note: '退回' }, schedule: which % 2 ? { on: '2026-03-09' } : {} }[what as string] ?? {};
      const response = what === 'save'
        ? await caller.call('PUT', path, { version, content: complete({ title }), ...(before.amends ? { reason: '更正' } : {}) })
        : await caller.call('POST', `${path}/${what}`, { version, ...more });
      assert.ok([200, 403, 409].includes(response.status), `${what}: ${response.status}`);
      if (response.status !== 200) return assert.deepEqual({ ...(await look(id)), events: [] }, { ...before, events: [] });
      assert.equal(version, before.version, 'nothing is done to a version that nobody saw');
      const draft = (await response.json()) as Draft;
      assert.equal(draft.version, before.version + 1);
      if (what === 'save') authors.get(id)?.add(caller.id);
      if (what === 'approve') approvers.set(`${id} ${before.title}`, caller.id);
      if (what === 'schedule') scheduled.add(id);
      if (what === 'publish') made(draft);
    };

    await fc.assert(fc.asyncProperty(fc.array(attempt, { minLength: 30, maxLength: 50 }), async (attempts) => {
      for (const one of attempts) await perform(one);
      const shown = new Map<string, string>();
      for (let next: string | undefined = ''; next !== undefined; ) {
        const page: DisclosurePage = await room.server.json(`/v1/disclosures?limit=100${next && `&cursor=${next}`}`);
        for (const { id, title } of page.items) shown.set(id, title);
        next = page.next;
      }
      assert.deepEqual(new Map([...shown].sort()), new Map([...expected].sort()));
      for (const [id, title] of expected) {
        const disclosure = await room.server.json<Disclosure>(`/v1/disclosures/${id}`);
        assert.deepEqual([disclosure.state, disclosure.title], ['published', title]);
      }
    }), { numRuns: 10 });
    assert.ok(published >= 5, `only ${published} publications in all of it`);
  });
});
