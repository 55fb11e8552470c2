import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Viewer } from '../accounts/schema.ts';
import { invalid } from './problem.ts';

type Shape = z.ZodType;
type Parsed<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined;

/** What a handler is given: input that has been checked, and who asks. */
export interface Call<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined> {
  path: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** Of a route that is open to all, check `signedIn` first. */
  viewer: Viewer;
  request: Request;
  response: Response;
}

/** One operation of the API: its words, the shapes that go in and come out, and what it does. */
export interface Endpoint<
  P extends Shape | undefined = Shape | undefined,
  Q extends Shape | undefined = Shape | undefined,
  B extends Shape | undefined = Shape | undefined,
> {
  summary: string;
  path?: P;
  query?: Q;
  body?: B;
  /** The JSON that it answers with; without it, the handler answers by itself or with 204. */
  reply?: Shape;
  /** Other media types that it takes or gives, for its description. */
  takes?: string;
  gives?: string;
  /** A version of the reply that is quick to know: an equal If-None-Match is answered before any work. */
  version?(call: Call<P, Q, B>): Promise<string>;
  handle(call: Call<P, Q, B>): Promise<unknown>;
}

/** Keeps the types of an endpoint's shapes for its handler. */
export function endpoint<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(definition: Endpoint<P, Q, B>): Endpoint {
  return definition as unknown as Endpoint;
}

function parse(shape: Shape | undefined, input: unknown): unknown {
  if (shape === undefined) return undefined;
  const parsed = shape.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

/** The Express handler of an endpoint. */
export function serve(definition: Endpoint): RequestHandler {
  return async (request, response) => {
    const call = {
      path: parse(definition.path, request.params),
      query: parse(definition.query, request.query),
      body: parse(definition.body, request.body),
      viewer: request.viewer as Viewer,
      request,
      response,
    } as Call<Shape, Shape, Shape>;
    if (definition.version !== undefined) {
      const tag = `"${createHash('sha256')
        .update(await definition.version(call))
        .digest('base64url')
        .slice(0, 22)}"`;
      response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
      if (request.get('If-None-Match')?.replace(/^W\//, '') === tag) {
        response.status(304).end();
        return;
      }
    }
    const value = await definition.handle(call);
    if (response.headersSent) return;
    if (definition.version === undefined) response.set('Cache-Control', 'no-store');
    if (value === undefined) response.status(204).end();
    else response.type('json').send(JSON.stringify(value));
  };
}
