import scalar from '@scalar/fastify-api-reference';
import { openApi } from '@sunlit/contract';
import type { FastifyInstance } from 'fastify';

/** `/openapi.json`, and `/reference` to read it in a browser; both work without any other server. */
export async function serveReference(app: FastifyInstance, version: string, publicUrl: string | undefined): Promise<void> {
  const document = JSON.stringify(openApi(version, publicUrl === undefined ? [] : [{ url: publicUrl }]));
  app.get('/openapi.json', (_request, reply) => {
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(document);
  });
  await app.register(async (page) => {
    page.addHook('onRequest', (_request, reply, done) => {
      // Scalar configures itself by an inline script and styles itself by inline sheets. It may reach this server alone.
      reply.header('content-security-policy', "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; frame-ancestors 'none'");
      reply.header('cache-control', 'public, max-age=300');
      done();
    });
    await page.register(scalar, {
      routePrefix: '/reference',
      configuration: { url: '/openapi.json', pageTitle: 'Sunlit API', withDefaultFonts: false, telemetry: false, agent: { disabled: true }, mcp: { disabled: true }, showDeveloperTools: 'never' },
    });
  });
}
