import type { RequestHandler } from 'express';
import { forbidden, notSignedIn } from '../http/problem.ts';
import type { Role, Viewer } from './schema.ts';

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the way that Express's types are extended
  namespace Express {
    interface Request {
      viewer?: Viewer;
    }
  }
}

/** Who may use a route: some roles, or anyone at all. */
export type Access = readonly Role[] | 'anyone';

export const everyRole: Access = ['planner', 'operator', 'deputy', 'administrator'];
export const planners: Access = ['planner', 'administrator'];
export const deputies: Access = ['deputy'];
/** Those who are of a company. */
export const companies: Access = ['operator'];
/** Those who may see what every company does. */
export const overseers: Access = ['planner', 'deputy', 'administrator'];
/** Those between whom an assignment is agreed. */
export const parties: Access = ['planner', 'operator', 'administrator'];

/** Lets through whom the route is for, and tells the others. */
export function only(access: Access): RequestHandler {
  return (request, _response, next) => {
    request.viewer = request.session?.viewer;
    if (access !== 'anyone') {
      if (request.viewer === undefined) throw notSignedIn();
      if (!access.includes(request.viewer.role)) throw forbidden(access.join(', '), access);
    }
    next();
  };
}

/** The company whose assignments and evidence alone this person may see; null is all companies. */
export const companyOf = (viewer: Viewer): string | null => (viewer.role === 'operator' ? viewer.operatorCode : null);
