import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Access } from './accounts/access.ts';
import type { Endpoint } from './http/endpoint.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A line of the table of routes. */
export type Route = readonly [
  method: Method,
  path: string,
  access: Access,
  endpoint: Endpoint,
  ...before: RequestHandler[],
];

const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
};

const problem = {
  description: 'A problem, as RFC 9457 has it',
  content: {
    'application/problem+json': {
      schema: schemaOf(
        z.object({
          type: z.string(),
          title: z.string(),
          status: z.int(),
          detail: z.string(),
          requestId: z.string(),
          errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
        }),
        'output',
      ),
    },
  },
};

function parameters(endpoint: Endpoint) {
  return (['path', 'query'] as const).flatMap((place) => {
    const shape = endpoint[place];
    if (shape === undefined) return [];
    const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
      properties?: Record<string, { description?: string }>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    }));
  });
}

function operation(access: Access, endpoint: Endpoint) {
  const content = (type: string, schema: unknown) => ({ content: { [type]: { schema } } });
  const success =
    endpoint.reply !== undefined
      ? { 200: { description: 'Done', ...content('application/json', schemaOf(endpoint.reply, 'output')) } }
      : endpoint.gives !== undefined
        ? { 200: { description: 'Done', ...content(endpoint.gives, { type: 'string' }) } }
        : { 204: { description: 'Done' } };
  const body =
    endpoint.body !== undefined
      ? content('application/json', schemaOf(endpoint.body, 'input'))
      : endpoint.takes !== undefined
        ? content(endpoint.takes, { type: 'string', format: 'binary' })
        : undefined;
  return {
    summary: endpoint.summary,
    description: access === 'anyone' ? 'For anyone.' : `For: ${access.join(', ')}.`,
    security: access === 'anyone' ? [] : [{ session: [] }],
    parameters: parameters(endpoint),
    ...(body === undefined ? {} : { requestBody: { required: true, ...body } }),
    responses: { ...success, default: problem },
  };
}

/** The API's description (OpenAPI 3.1), from the same shapes that check requests. */
export function describeApi(routes: readonly Route[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [method, path, access, endpoint] of routes) {
    const templated = path.replace(/:(\w+)/g, '{$1}');
    paths[templated] = { ...paths[templated], [method]: operation(access, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Baylanys', version, description: 'Assess coverage, plan and follow the rollout to villages.' },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'baylanys' } } },
    paths,
  };
}
