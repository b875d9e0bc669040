import type { NewFollow, OwnTopic, Similar, SimilarQuery, SubmittedTopic, Supported, Topic, TopicContent, TopicDeflection } from './contract.ts';
import { deviceToken } from './device-token.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';
import type { ProvenOptions, RequestsHttp } from './requests-http.ts';
import type { Outbox, Submission } from './outbox.ts';
import type { SubmitTopicOptions, TopicsOptions } from './topics.ts';
import type { CreateOptions } from './writing-http.ts';

/** What a page needs once somebody writes on a board or supports a topic, and not before. */
export class TopicsWriting {
  private readonly http: RequestsHttp;

  constructor(http: RequestsHttp) {
    this.http = http;
  }

  async submit(content: TopicContent, { outbox, channel = 'web', token = deviceToken(), ...options }: SubmitTopicOptions & { outbox?: Outbox | undefined }): Promise<SubmittedTopic | Submission> {
    const body = { ...content, channel, token };
    if (outbox) return outbox.add({ operation: 'topics.submit', body, label: content.title, idempotencyKey: options.idempotencyKey });
    return this.http.createProven<SubmittedTopic>('v1/topics', body, 'no', options);
  }

  async support(id: string, { outbox, channel = 'web', token = deviceToken(), ...options }: SubmitTopicOptions & { outbox?: Outbox | undefined }): Promise<Supported | Submission> {
    const body = { token, basis: channel };
    if (outbox) return outbox.add({ operation: 'topics.support', params: { id }, body, idempotencyKey: options.idempotencyKey });
    return this.http.createProven<Supported>(path`v1/topics/${id}/supports`, body, 'supports', options);
  }

  async unsupport(id: string, { token = deviceToken(), ...options }: TopicsOptions & CreateOptions): Promise<Supported> {
    return this.http.create(path`v1/topics/${id}/supports/withdrawal`, { token }, 'supports', options);
  }

  async reopen(id: string, words: string, { token = deviceToken(), ...options }: TopicsOptions & ProvenOptions): Promise<Topic> {
    return this.http.createProven(path`v1/topics/${id}/reopening`, { token, words }, 'steps', options);
  }

  async answered(id: string, deflection: TopicDeflection, options: CreateOptions): Promise<void> {
    await this.http.create(path`v1/topics/${id}/answers`, deflection, 'id', options);
  }

  async followByMail(follow: Omit<NewFollow, 'challenge'>, options: ProvenOptions): Promise<void> {
    await this.http.createProven('v1/follows', follow, 'follow', options);
  }

  async similar(body: SimilarQuery, options: CallOptions): Promise<Similar> {
    return this.http.write({ method: 'POST', path: 'v1/topics/similar', body, expect: 'topics' }, options);
  }

  async mine({ token = deviceToken(), ...options }: TopicsOptions & CallOptions): Promise<OwnTopic[]> {
    return (await this.http.write<{ items: OwnTopic[] }>({ method: 'POST', path: 'v1/topics/mine', body: { token }, expect: 'items' }, options)).items;
  }
}
